package dev.statecraft.sandbox.services;

import dev.statecraft.engine.tasks.TaskOutcome;
import dev.statecraft.engine.tasks.TaskRequest;
import dev.statecraft.sandbox.ResourceArn;
import dev.statecraft.sandbox.SimulatedService;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The services of an account, by the names that a {@code Resource} uses. */
public final class Services {
    private final Map<String, SimulatedService> byName = new LinkedHashMap<>();

    private Services(List<SimulatedService> all) {
        for (SimulatedService service : all) {
            service.services().forEach(name -> byName.put(name, service));
        }
    }

    public static Services with(NestedExecutions nested) {
        return new Services(
                List.of(
                        new LambdaService(),
                        new SqsService(),
                        new SnsService(),
                        new DynamoDbService(),
                        new S3Service(),
                        new EventsService(),
                        new HttpService(),
                        nested));
    }

    public Optional<SimulatedService> named(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    public static TaskOutcome unknown(TaskRequest task) {
        return TaskOutcome.Failed.of(
                "States.TaskFailed",
                "This sandbox has no service \""
                        + ResourceArn.parse(task.resource()).service()
                        + "\" (resource "
                        + task.resource()
                        + ").");
    }
}
