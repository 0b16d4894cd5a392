package dev.statecraft.editing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import org.snakeyaml.engine.v2.api.Dump;
import org.snakeyaml.engine.v2.api.DumpSettings;
import org.snakeyaml.engine.v2.common.FlowStyle;
import org.snakeyaml.engine.v2.common.NonPrintableStyle;

/** Writes values as YAML, one field to a line. */
public final class YamlStyle {
    private static final ObjectMapper JSON = new ObjectMapper();

    private YamlStyle() {}

    /** Text of one or more lines, without indentation and without a line feed at the end. */
    public static String write(JsonNode value) {
        // Field order is kept: the mapper makes linked maps.
        return new Dump(settings(FlowStyle.BLOCK))
                .dumpToString(JSON.convertValue(value, Object.class))
                .stripTrailing();
    }

    /** A field's name, in quotation marks only where YAML needs them. */
    static String name(String name) {
        return new Dump(settings(FlowStyle.FLOW)).dumpToString(name).strip();
    }

    private static DumpSettings settings(FlowStyle style) {
        return DumpSettings.builder()
                .setDefaultFlowStyle(style)
                .setIndent(2)
                .setIndicatorIndent(2)
                .setIndentWithIndicator(true)
                .setWidth(Integer.MAX_VALUE)
                .setSplitLines(false)
                .setMaxSimpleKeyLength(1024)
                .setNonPrintableStyle(NonPrintableStyle.ESCAPE)
                .build();
    }
}
