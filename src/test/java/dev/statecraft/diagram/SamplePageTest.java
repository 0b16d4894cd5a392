package dev.statecraft.diagram;

import static org.assertj.core.api.Assertions.assertThat;

import dev.statecraft.diagram.RunOverlay.Iterations;
import dev.statecraft.diagram.RunOverlay.StateRun;
import dev.statecraft.diagram.RunOverlay.Track;
import dev.statecraft.diagram.StateGraph.Edge.Kind;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

class SamplePageTest {
    static final String ORDER =
            """
        {"StartAt":"Reserve stock","States":{
          "Reserve stock":{"Type":"Task","Resource":"arn:aws:lambda:us-east-1:111122223333:function:reserve","Next":"Large order?"},
          "Large order?":{"Type":"Choice","Choices":[{"Variable":"$.amount","NumericGreaterThan":100,"Next":"Ask a person"},{"Variable":"$.gift","BooleanEquals":true,"Next":"Wrap"}],"Default":"Charge"},
          "Ask a person":{"Type":"Task","Resource":"arn:aws:states:::sqs:sendMessage.waitForTaskToken","Next":"Charge","Catch":[{"ErrorEquals":["States.Timeout"],"Next":"Release stock"}]},
          "Wrap":{"Type":"Pass","Next":"Charge"},
          "Charge":{"Type":"Task","Resource":"arn:aws:states:::lambda:invoke","Parameters":{"FunctionName":"charge"},"Retry":[{"ErrorEquals":["Payment.Busy"],"MaxAttempts":4}],"Catch":[{"ErrorEquals":["Payment.Declined"],"Next":"Release stock"},{"ErrorEquals":["States.ALL"],"Next":"Failed"}],"Next":"Deliver"},
          "Deliver":{"Type":"Parallel","Branches":[
            {"StartAt":"Pick","States":{"Pick":{"Type":"Task","Resource":"arn:aws:lambda:us-east-1:111122223333:function:pick","Next":"Ship"},"Ship":{"Type":"Task","Resource":"arn:aws:lambda:us-east-1:111122223333:function:ship","End":true}}},
            {"StartAt":"Each line","States":{"Each line":{"Type":"Map","ItemsPath":"$.lines","ItemProcessor":{"StartAt":"Invoice","States":{"Invoice":{"Type":"Task","Resource":"arn:aws:states:::dynamodb:putItem","Retry":[{"ErrorEquals":["States.ALL"]}],"End":true}}},"End":true}}},
            {"StartAt":"Thank","States":{"Thank":{"Type":"Task","Resource":"arn:aws:states:::sns:publish","End":true}}}],
            "Catch":[{"ErrorEquals":["States.ALL"],"Next":"Failed"}],"Next":"Wait a day"},
          "Wait a day":{"Type":"Wait","Seconds":86400,"Next":"Delivered?"},
          "Delivered?":{"Type":"Choice","Choices":[{"Variable":"$.delivered","BooleanEquals":true,"Next":"Done"}],"Default":"Wait a day"},
          "Done":{"Type":"Succeed"},
          "Release stock":{"Type":"Task","Resource":"arn:aws:lambda:us-east-1:111122223333:function:release","Next":"Failed"},
          "Failed":{"Type":"Fail","Error":"Order.Failed"}
        }}""";
    static final RunOverlay RUN =
            new RunOverlay(
                    Map.ofEntries(
                            Map.entry(
                                    "Reserve stock",
                                    new StateRun(StateStatus.SUCCEEDED, 1, 0, Iterations.NONE)),
                            Map.entry(
                                    "Large order?",
                                    new StateRun(StateStatus.SUCCEEDED, 1, 0, Iterations.NONE)),
                            Map.entry(
                                    "Charge",
                                    new StateRun(StateStatus.SUCCEEDED, 1, 2, Iterations.NONE)),
                            Map.entry(
                                    "Deliver",
                                    new StateRun(StateStatus.RUNNING, 1, 0, Iterations.NONE)),
                            Map.entry(
                                    "Pick",
                                    new StateRun(StateStatus.SUCCEEDED, 1, 0, Iterations.NONE)),
                            Map.entry(
                                    "Ship",
                                    new StateRun(StateStatus.FAILED, 1, 0, Iterations.NONE)),
                            Map.entry(
                                    "Each line",
                                    new StateRun(StateStatus.WAITING, 1, 0, Iterations.NONE)),
                            Map.entry(
                                    "Invoice",
                                    new StateRun(StateStatus.CAUGHT, 1, 3, new Iterations(12, 15))),
                            Map.entry(
                                    "Thank",
                                    new StateRun(StateStatus.ABORTED, 1, 0, Iterations.NONE))),
                    Map.of(
                            new Track("", "Reserve stock", Kind.NEXT),
                            1,
                            new Track("Reserve stock", "Large order?", Kind.NEXT),
                            1,
                            new Track("Large order?", "Charge", Kind.CHOICE),
                            2,
                            new Track("Charge", "Deliver", Kind.NEXT),
                            3,
                            new Track("", "Pick", Kind.NEXT),
                            1,
                            new Track("", "Thank", Kind.NEXT),
                            1,
                            new Track("", "Each line", Kind.NEXT),
                            1,
                            new Track("", "Invoice", Kind.NEXT),
                            15,
                            new Track("Pick", "Ship", Kind.NEXT),
                            1,
                            new Track("Charge", "Release stock", Kind.CATCH),
                            1));

    @Test
    void samples() throws IOException {
        var machine = Definitions.machine(ORDER);
        page("plain", SvgDiagram.of(machine).draw());
        page("right", SvgDiagram.of(machine).flowing(Flow.RIGHT).draw());
        page(
                "run",
                SvgDiagram.of(machine)
                        .withOverlay(RUN)
                        .selecting("Charge")
                        .linking(n -> "?s=" + n)
                        .draw());
        page(
                "runright",
                SvgDiagram.of(machine)
                        .flowing(Flow.RIGHT)
                        .withOverlay(RUN)
                        .selecting("Charge")
                        .draw());
        assertThat(SvgDiagram.of(machine).draw()).isEqualTo(SvgDiagram.of(machine).draw());
    }

    static void page(String name, String svg) throws IOException {
        Path folder = Path.of("target/samples");
        Files.createDirectories(folder);
        for (boolean dark : new boolean[] {false, true}) {
            String tokens =
                    dark
                            ? "--paper:#14171a;--panel:#1b1f23;--line:#32373d;--ink:#e8e6e1;--ink-quiet:#a3a9b0;--signal:#7cb8ee;--ok:#57c98a;--bad:#ff8a73;--wait:#e3b341;--run:#7cb8ee;--caught:#c6a1f2"
                            : "--paper:#fbfaf7;--panel:#fff;--line:#dedbd2;--ink:#1d2125;--ink-quiet:#5b6168;--signal:#0b5fa5;--ok:#1a7f4b;--bad:#c0341d;--wait:#9a6700;--run:#0b5fa5;--caught:#7a4bb3";
            Files.writeString(
                    folder.resolve(name + (dark ? "-dark" : "") + ".html"),
                    "<!doctype html><meta charset=utf-8><style>:root{"
                            + tokens
                            + "}body{margin:16px;background:var(--paper)}</style><link rel=stylesheet href=../../src/main/resources/META-INF/resources/css/graph.css>"
                            + svg);
        }
    }
}
