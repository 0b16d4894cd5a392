package dev.statecraft.web.sandbox;

import dev.statecraft.content.Templates;
import dev.statecraft.web.editor.Checked;

import java.util.List;

/**
 * All that the sandbox page shows.
 *
 * @param fault the form for one more fault
 * @param notices what was just done, in sentences
 * @param refusal why it was not saved; empty if it was, or was not to be
 * @param importProblem why something was not imported; empty if it was
 * @param saved the id of what is shown, if it was saved and not changed since
 * @param link its whole address
 */
record SandboxPage(
        Checked checked,
        SandboxText text,
        SandboxReading reading,
        FaultForm fault,
        List<String> notices,
        String refusal,
        String importProblem,
        String saved,
        String link,
        List<Saved> mine,
        List<Templates.Group> templates,
        String token) {

    private static final String WORLD_EXAMPLE =
            """
            {
              "functions": {
                "charge": {
                  "returns": { "receipt.$": "States.Format('R-{}', $.id)" },
                  "after": "PT2S",
                  "fails": [{ "calls": "1", "error": "Busy" }]
                }
              },
              "buckets": { "files": { "a.json": { "json": [1, 2] } } },
              "tables": { "orders": { "keys": ["id"], "items": [] } },
              "queues": ["jobs"],
              "people": {
                "boss": {
                  "reachedBy": ["jobs"],
                  "answers": [{ "after": "PT2H", "output": { "approved": true } }]
                }
              }
            }
            """;

    public String worldExample() {
        return WORLD_EXAMPLE.strip();
    }

    /** Something that the visitor saved. */
    record Saved(String id, String name, String when) {}
}
