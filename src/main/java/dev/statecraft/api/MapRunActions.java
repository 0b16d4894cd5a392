package dev.statecraft.api;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.statecraft.engine.MapRunDescription;
import dev.statecraft.engine.MapRunDescription.Child;
import dev.statecraft.region.Executions;
import dev.statecraft.region.MapRuns;
import dev.statecraft.region.Region;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/** Map Runs and their children. */
final class MapRunActions {
    private static final int DEFAULT_PAGE = 100;

    private MapRunActions() {}

    static Map<String, Action> all() {
        return Map.of(
                "ListMapRuns", Action.of(MapRunActions::list),
                "DescribeMapRun", Action.of(MapRunActions::describe),
                "UpdateMapRun", Action.of(MapRunActions::update));
    }

    private static ObjectNode list(Region region, Parameters parameters) {
        String arn = parameters.arn("executionArn");
        Page<Numbered<MapRunDescription>> page =
                Page.of(parameters, "mapRuns:" + arn, DEFAULT_PAGE, 3096);
        Executions.Found found = region.executions().get(arn);
        List<MapRunDescription> runs =
                found.live()
                        .readAccount(
                                account ->
                                        account.mapRuns().stream()
                                                .filter(it -> it.executionArn().equals(arn))
                                                .toList());
        String machine = found.read(it -> it.request().stateMachineArn());
        ObjectNode answer = Answers.empty();
        ArrayNode shown = answer.putArray("mapRuns");
        page.show(
                Numbered.of(runs),
                Numbered::number,
                false,
                answer,
                it -> {
                    MapRunDescription run = it.value();
                    ObjectNode item = shown.addObject();
                    item.put("executionArn", arn);
                    item.put("mapRunArn", run.mapRunArn());
                    item.put("stateMachineArn", machine + "/" + label(run));
                    item.put("startDate", Answers.date(run.startDate()));
                    run.stopDate().ifPresent(stop -> item.put("stopDate", Answers.date(stop)));
                });
        return answer;
    }

    private static String label(MapRunDescription run) {
        return run.mapRunArn()
                .substring(run.mapRunArn().lastIndexOf('/') + 1, run.mapRunArn().lastIndexOf(':'));
    }

    /** An item with its place in a list that only grows. */
    private record Numbered<T>(long number, T value) {
        static <T> List<Numbered<T>> of(List<T> values) {
            List<Numbered<T>> all = new ArrayList<>();
            values.forEach(value -> all.add(new Numbered<>(all.size(), value)));
            return all;
        }
    }

    private static ObjectNode describe(Region region, Parameters parameters) {
        String arn = parameters.requiredText("mapRunArn", 1, 2000);
        parameters.check();
        MapRunDescription run = region.executions().mapRuns().get(arn).description();
        ObjectNode answer = Answers.empty();
        answer.put("mapRunArn", run.mapRunArn());
        answer.put("executionArn", run.executionArn());
        answer.put("status", run.status().name());
        answer.put("startDate", Answers.date(run.startDate()));
        run.stopDate().ifPresent(it -> answer.put("stopDate", Answers.date(it)));
        answer.put("maxConcurrency", run.maxConcurrency());
        answer.put("toleratedFailureCount", run.toleratedFailureCount());
        answer.put("toleratedFailurePercentage", run.toleratedFailurePercentage());
        answer.set("itemCounts", counts(run.itemCounts()));
        answer.set("executionCounts", counts(run.executionCounts()));
        answer.put("redriveCount", run.redriveCount());
        run.redriveDate().ifPresent(it -> answer.put("redriveDate", Answers.date(it)));
        return answer;
    }

    private static ObjectNode counts(MapRunDescription.Counts counts) {
        return Answers.empty()
                .put("pending", counts.pending())
                .put("running", counts.running())
                .put("succeeded", counts.succeeded())
                .put("failed", counts.failed())
                .put("timedOut", counts.timedOut())
                .put("aborted", counts.aborted())
                .put("total", counts.total())
                .put("resultsWritten", counts.resultsWritten())
                .put("failuresNotRedrivable", counts.failuresNotRedrivable())
                .put("pendingRedrive", counts.pendingRedrive());
    }

    private static ObjectNode update(Region region, Parameters parameters) {
        String arn = parameters.requiredText("mapRunArn", 1, 2000);
        Optional<Long> concurrency = parameters.number("maxConcurrency", 0, Integer.MAX_VALUE);
        Optional<Long> count = parameters.number("toleratedFailureCount", 0, Long.MAX_VALUE);
        Optional<Double> percentage = parameters.decimal("toleratedFailurePercentage", 0, 100);
        parameters.check();
        MapRuns runs = region.executions().mapRuns();
        runs.update(
                runs.get(arn),
                concurrency.map(OptionalLong::of).orElse(OptionalLong.empty()),
                count.map(OptionalLong::of).orElse(OptionalLong.empty()),
                percentage.map(OptionalDouble::of).orElse(OptionalDouble.empty()));
        return Answers.empty();
    }

    /** ListExecutions with a {@code mapRunArn}: the children, newest first. */
    static ObjectNode children(
            Region region,
            Parameters parameters,
            String mapRunArn,
            Optional<ExecutionActions.ListedStatus> status,
            Optional<ExecutionActions.RedriveFilter> redriven) {
        Page<Numbered<Child>> page =
                Page.of(parameters, "children:" + mapRunArn, DEFAULT_PAGE, 3096);
        MapRuns.Found found = region.executions().mapRuns().get(mapRunArn);
        ObjectNode answer = Answers.empty();
        ArrayNode executions = answer.putArray("executions");
        List<Numbered<Child>> shown =
                Numbered.of(found.description().children()).reversed().stream()
                        .filter(
                                it ->
                                        status.map(Enum::name)
                                                .map(statusOf(it.value())::equals)
                                                .orElse(true))
                        .filter(
                                it ->
                                        ExecutionActions.isRedriveListed(
                                                it.value().execution(), redriven))
                        .toList();
        page.show(
                shown,
                Numbered::number,
                true,
                answer,
                it ->
                        executions.add(
                                ExecutionActions.listed(it.value().execution())
                                        .put("status", statusOf(it.value()))
                                        .put("mapRunArn", mapRunArn)
                                        .put("itemCount", it.value().itemCount())));
        return answer;
    }

    private static String statusOf(Child child) {
        return child.pendingRedrive() ? "PENDING_REDRIVE" : child.execution().status().name();
    }
}
