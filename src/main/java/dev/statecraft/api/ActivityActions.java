package dev.statecraft.api;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.statecraft.region.Activities.Activity;
import dev.statecraft.region.Region;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** Activities, and the tasks that their workers take. */
final class ActivityActions {
    private static final int DEFAULT_PAGE = 100;

    private ActivityActions() {}

    static Map<String, Action> all() {
        return Map.of(
                "CreateActivity", Action.of(ActivityActions::create),
                "DescribeActivity", Action.of(ActivityActions::describe),
                "DeleteActivity", Action.of(ActivityActions::delete),
                "ListActivities", Action.of(ActivityActions::list),
                "GetActivityTask", ActivityActions::getTask);
    }

    private static ObjectNode create(Region region, Parameters parameters) {
        String name = parameters.requiredText("name", 1, 80);
        Map<String, String> tags = TagActions.read(parameters);
        parameters.object("encryptionConfiguration");
        parameters.check();
        Activity activity = region.activities().create(Names.checked(name));
        if (!tags.isEmpty()) {
            region.tags().put(activity.arn(), tags);
        }
        return Answers.empty()
                .put("activityArn", activity.arn())
                .put("creationDate", Answers.date(activity.created()));
    }

    private static ObjectNode describe(Region region, Parameters parameters) {
        String arn = parameters.arn("activityArn");
        parameters.check();
        ObjectNode answer = described(region.activities().get(arn));
        answer.putObject("encryptionConfiguration").put("type", "AWS_OWNED_KEY");
        return answer;
    }

    private static ObjectNode described(Activity activity) {
        return Answers.empty()
                .put("activityArn", activity.arn())
                .put("name", activity.name())
                .put("creationDate", Answers.date(activity.created()));
    }

    private static ObjectNode delete(Region region, Parameters parameters) {
        String arn = parameters.arn("activityArn");
        parameters.check();
        region.activities().delete(arn);
        return Answers.empty();
    }

    private static ObjectNode list(Region region, Parameters parameters) {
        Page<Activity> page = Page.of(parameters, "activities", DEFAULT_PAGE, 1024);
        ObjectNode answer = Answers.empty();
        ArrayNode activities = answer.putArray("activities");
        page.show(
                region.activities().all(),
                Activity::sequence,
                false,
                answer,
                it -> activities.add(described(it)));
        return answer;
    }

    private static CompletionStage<ObjectNode> getTask(Region region, Parameters parameters) {
        String arn = parameters.arn("activityArn");
        Optional<String> worker = parameters.text("workerName", 1, 80);
        parameters.check();
        region.activities().get(arn);
        return region.workers()
                .poll(arn, worker)
                .thenApply(
                        task -> {
                            ObjectNode answer = Answers.empty();
                            task.ifPresent(
                                    it ->
                                            answer.put("taskToken", it.token())
                                                    .put("input", it.input()));
                            return answer;
                        });
    }
}
