package dev.statecraft.content;

import com.fasterxml.jackson.databind.JsonNode;

import dev.statecraft.asl.StateMachine;
import dev.statecraft.grading.Grader;
import dev.statecraft.grading.Outcome;
import dev.statecraft.sandbox.world.World;

import java.util.List;

/**
 * A lesson: a story, a contract, a world, and designs that prove the lesson sound.
 *
 * @param id also the name of its folder and the last part of its address
 * @param level 1 for the first steps, 3 for the hardest
 * @param minutes how long it takes
 * @param concepts ids of the concepts it teaches
 * @param bullets what it covers of the exam's guide, in our words
 * @param goal three lines at most
 * @param brief the story and the task, in Markdown
 * @param given what the learner may count on, for the contract
 * @param world what exists, and how it fails
 * @param outcomes what a design must do, most basic first; exactly this is graded
 * @param starter the definition to begin with; it fails
 * @param inputs to run with
 * @param solutions designs that pass
 * @param wrongs designs that fail, each for its reason
 * @param hints from a nudge to the edit
 */
public record Scenario(
        String id,
        int version,
        String title,
        int level,
        int minutes,
        List<String> concepts,
        List<String> bullets,
        String goal,
        String brief,
        List<String> given,
        World world,
        List<Outcome> outcomes,
        String starter,
        List<Input> inputs,
        List<Solution> solutions,
        List<Wrong> wrongs,
        List<String> hints) {

    /** @param json as the author wrote it, laid out for reading */
    public record Input(String name, String title, String json, JsonNode value) {}

    /** @param why why the design works, in a sentence or two */
    public record Solution(
            String name, String title, String definition, StateMachine machine, String why) {}

    /**
     * @param fails ids of exactly the outcomes that it does not meet
     * @param explanation the misconception, in Markdown
     */
    public record Wrong(
            String name,
            String title,
            String definition,
            StateMachine machine,
            List<String> fails,
            String explanation) {}

    public Grader grader() {
        return new Grader(world, outcomes);
    }
}
