package dev.statecraft.query.jsonata;

import java.util.Set;

/**
 * The functions that every JSONata expression can call, without the dollar sign.
 *
 * @see <a href="https://docs.jsonata.org/string-functions">JSONata documentation</a>
 * @see <a href="https://docs.aws.amazon.com/step-functions/latest/dg/transforming-data.html">Transforming data, read 2026-11</a>
 */
public final class JsonataFunctionNames {

    public static final Set<String> ALL =
            Set.of(
                    ("string length substring substringBefore substringAfter uppercase lowercase trim pad contains split join"
                                    + " match replace base64encode base64decode encodeUrlComponent encodeUrl"
                                    + " decodeUrlComponent decodeUrl number abs floor ceil round power sqrt random"
                                    + " formatNumber formatBase formatInteger parseInteger sum max min average boolean not"
                                    + " exists count append sort reverse shuffle distinct zip keys lookup spread merge sift"
                                    + " each error assert type now millis fromMillis toMillis map filter single reduce"
                                    + " eval clone partition range hash uuid parse")
                            .split(" "));

    private JsonataFunctionNames() {}
}
