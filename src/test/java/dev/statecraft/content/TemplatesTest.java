package dev.statecraft.content;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import dev.statecraft.asl.AslParser;
import dev.statecraft.asl.StateMachine;
import dev.statecraft.engine.Execution;
import dev.statecraft.engine.history.HistoryEvent;
import dev.statecraft.engine.history.HistoryJson;
import dev.statecraft.sandbox.Account;
import dev.statecraft.sandbox.FaultPlan;
import dev.statecraft.sandbox.recorded.RecordedHistory;
import dev.statecraft.sandbox.recorded.TestCase;
import dev.statecraft.sandbox.world.World;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

class TemplatesTest {
    private static final Templates TEMPLATES = Templates.read(ContentFolder.packaged());

    @Test
    void every_template_can_be_read_and_its_definition_has_no_remark() {
        assertThat(TEMPLATES.faults()).isEmpty();
        assertThat(TEMPLATES.all()).hasSizeGreaterThanOrEqualTo(16);
        assertThat(TEMPLATES.all()).extracting(Template::id).doesNotHaveDuplicates();
    }

    @TestFactory
    Stream<DynamicTest> a_template_runs_to_the_end_that_it_promises() {
        return TEMPLATES.all().stream()
                .map(it -> DynamicTest.dynamicTest(it.id(), () -> endsAsPromised(it)));
    }

    private static void endsAsPromised(Template template) {
        Execution execution = run(template, template.world(), template.faults(), template.mocks());

        assertThat(execution.status().name()).isEqualTo(template.ending().status());
        template.ending()
                .output()
                .ifPresent(
                        it ->
                                assertThat(execution.output())
                                        .map(Object::toString)
                                        .contains(it.toString()));
        template.ending().error().ifPresent(it -> assertThat(execution.error()).contains(it));
        assertThat(
                        template.ending().output().isPresent()
                                || template.ending().error().isPresent()
                                || execution.output().isPresent())
                .isTrue();
    }

    @TestFactory
    Stream<DynamicTest> a_recording_of_a_template_replays_in_an_empty_account() {
        // The children of a Distributed Map have histories of their own, and its file is in a
        // bucket.
        return TEMPLATES.all().stream()
                .filter(it -> !it.id().equals("distributed-map"))
                .map(it -> DynamicTest.dynamicTest(it.id(), () -> replays(it)));
    }

    private static void replays(Template template) {
        Execution original = run(template, template.world(), template.faults(), template.mocks());
        JsonNode events = new HistoryJson(original.history()).events();

        TestCase recorded = RecordedHistory.of(events).mocks();
        Execution again =
                run(
                        template,
                        World.of(new ObjectMapper().createObjectNode()),
                        FaultPlan.NONE,
                        recorded);

        assertThat(types(again)).isEqualTo(types(original));
        assertThat(again.output()).isEqualTo(original.output());
        assertThat(again.error()).isEqualTo(original.error());
        assertThat(again.stopDate()).isEqualTo(original.stopDate());
    }

    private static List<String> types(Execution execution) {
        return execution.history().events().stream()
                .map(HistoryEvent::type)
                .map(Enum::name)
                .toList();
    }

    private static Execution run(Template template, World world, FaultPlan faults, TestCase mocks) {
        StateMachine machine = AslParser.parse(template.definition()).machine().orElseThrow();
        var account = new Account(world, faults, mocks, 7, Account.START);
        Execution execution =
                account.start(
                        machine,
                        Account.WORKFLOW,
                        "run",
                        template.input(),
                        Optional.of(template.input().toString()));
        account.run();
        template.ending()
                .answer()
                .ifPresent(
                        answer -> {
                            account.pendingTasks()
                                    .forEach(
                                            it ->
                                                    account.signals()
                                                            .succeeded(it.taskToken(), answer));
                            account.run();
                        });
        return execution;
    }
}
