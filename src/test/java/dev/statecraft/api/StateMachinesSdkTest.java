package dev.statecraft.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.junit.QuarkusTest;

import org.junit.jupiter.api.Test;

import software.amazon.awssdk.services.sfn.SfnClient;
import software.amazon.awssdk.services.sfn.model.ConflictException;
import software.amazon.awssdk.services.sfn.model.DescribeStateMachineResponse;
import software.amazon.awssdk.services.sfn.model.InvalidArnException;
import software.amazon.awssdk.services.sfn.model.InvalidDefinitionException;
import software.amazon.awssdk.services.sfn.model.InvalidNameException;
import software.amazon.awssdk.services.sfn.model.MissingRequiredParameterException;
import software.amazon.awssdk.services.sfn.model.ResourceNotFoundException;
import software.amazon.awssdk.services.sfn.model.RoutingConfigurationListItem;
import software.amazon.awssdk.services.sfn.model.StateMachineAlreadyExistsException;
import software.amazon.awssdk.services.sfn.model.StateMachineDoesNotExistException;
import software.amazon.awssdk.services.sfn.model.StateMachineVersionListItem;
import software.amazon.awssdk.services.sfn.model.Tag;
import software.amazon.awssdk.services.sfn.model.TooManyTagsException;
import software.amazon.awssdk.services.sfn.model.ValidateStateMachineDefinitionResultCode;

import java.util.List;
import java.util.stream.IntStream;

@QuarkusTest
class StateMachinesSdkTest {
    private final SfnClient client = Sdk.client();

    @Test
    void a_state_machine_is_described_as_it_was_created() {
        String arn = Sdk.create(client, Sdk.PASS);

        DescribeStateMachineResponse described =
                client.describeStateMachine(it -> it.stateMachineArn(arn));

        assertThat(described.definition()).isEqualTo(Sdk.PASS);
        assertThat(described.statusAsString()).isEqualTo("ACTIVE");
        assertThat(described.typeAsString()).isEqualTo("STANDARD");
        assertThat(described.loggingConfiguration().levelAsString()).isEqualTo("OFF");
        assertThat(described.roleArn()).isEqualTo(Sdk.ROLE);
    }

    @Test
    void the_same_again_is_the_same_state_machine_but_another_definition_is_refused() {
        String name = Sdk.name("twice");
        String first =
                client.createStateMachine(
                                it -> it.name(name).definition(Sdk.PASS).roleArn(Sdk.ROLE))
                        .stateMachineArn();
        String second =
                client.createStateMachine(
                                it -> it.name(name).definition(Sdk.PASS).roleArn(Sdk.ROLE))
                        .stateMachineArn();

        assertThat(second).isEqualTo(first);
        assertThatThrownBy(
                        () ->
                                client.createStateMachine(
                                        it ->
                                                it.name(name)
                                                        .definition(
                                                                Sdk.PASS.replace("hello", "bye"))
                                                        .roleArn(Sdk.ROLE)))
                .isInstanceOf(StateMachineAlreadyExistsException.class);
    }

    @Test
    void a_faulty_definition_is_refused_with_the_place_of_the_fault() {
        assertThatThrownBy(
                        () ->
                                Sdk.create(
                                        client,
                                        """
                                        { "StartAt": "A", "States": { "A": { "Type": "Pass", "Next": "B" } } }
                                        """))
                .isInstanceOf(InvalidDefinitionException.class)
                .hasMessageContaining("MISSING_TRANSITION_TARGET")
                .hasMessageContaining("/States/A/Next");
    }

    @Test
    void names_and_arns_that_the_service_would_not_take_are_refused() {
        assertThatThrownBy(
                        () ->
                                client.createStateMachine(
                                        it ->
                                                it.name("no spaces")
                                                        .definition(Sdk.PASS)
                                                        .roleArn(Sdk.ROLE)))
                .isInstanceOf(InvalidNameException.class);
        assertThatThrownBy(() -> client.describeStateMachine(it -> it.stateMachineArn("nonsense")))
                .isInstanceOf(InvalidArnException.class)
                .hasMessageContaining("Invalid ARN prefix: nonsense");
        assertThatThrownBy(
                        () ->
                                client.describeStateMachine(
                                        it ->
                                                it.stateMachineArn(
                                                        "arn:aws:states:us-east-1:111111111111:stateMachine:nowhere")))
                .isInstanceOf(StateMachineDoesNotExistException.class);
    }

    @Test
    void an_update_makes_a_new_revision_and_may_publish_it() {
        String arn = Sdk.create(client, Sdk.PASS);

        var updated =
                client.updateStateMachine(
                        it ->
                                it.stateMachineArn(arn)
                                        .definition(Sdk.PASS.replace("hello", "good evening"))
                                        .publish(true)
                                        .versionDescription("politer"));

        assertThat(updated.revisionId()).isNotBlank();
        assertThat(updated.stateMachineVersionArn()).isEqualTo(arn + ":1");
        DescribeStateMachineResponse version =
                client.describeStateMachine(it -> it.stateMachineArn(arn + ":1"));
        assertThat(version.description()).isEqualTo("politer");
        assertThat(version.definition()).contains("good evening");
        assertThatThrownBy(() -> client.updateStateMachine(it -> it.stateMachineArn(arn)))
                .isInstanceOf(MissingRequiredParameterException.class);
    }

    @Test
    void versions_are_listed_newest_first_and_deleted() {
        String arn = Sdk.create(client, Sdk.PASS);
        client.publishStateMachineVersion(it -> it.stateMachineArn(arn).description("first"));
        client.updateStateMachine(
                it -> it.stateMachineArn(arn).definition(Sdk.PASS.replace("hello", "hi")));
        client.publishStateMachineVersion(it -> it.stateMachineArn(arn));

        assertThat(
                        client.listStateMachineVersions(it -> it.stateMachineArn(arn))
                                .stateMachineVersions())
                .extracting(StateMachineVersionListItem::stateMachineVersionArn)
                .containsExactly(arn + ":2", arn + ":1");

        client.deleteStateMachineVersion(it -> it.stateMachineVersionArn(arn + ":1"));
        assertThat(
                        client.listStateMachineVersions(it -> it.stateMachineArn(arn))
                                .stateMachineVersions())
                .hasSize(1);
    }

    @Test
    void an_alias_shares_executions_out_between_two_versions() {
        String arn = Sdk.create(client, Sdk.PASS);
        client.publishStateMachineVersion(it -> it.stateMachineArn(arn));
        client.updateStateMachine(
                it ->
                        it.stateMachineArn(arn)
                                .definition(Sdk.PASS.replace("hello", "hi"))
                                .publish(true));
        String alias =
                client.createStateMachineAlias(
                                it ->
                                        it.name("live")
                                                .description("what customers see")
                                                .routingConfiguration(
                                                        route(arn + ":1", 50),
                                                        route(arn + ":2", 50)))
                        .stateMachineAliasArn();

        List<String> versions =
                IntStream.range(0, 60)
                        .mapToObj(
                                i ->
                                        client.startExecution(it -> it.stateMachineArn(alias))
                                                .executionArn())
                        .map(it -> Sdk.finished(client, it).stateMachineVersionArn())
                        .distinct()
                        .sorted()
                        .toList();

        assertThat(versions).containsExactly(arn + ":1", arn + ":2");
        assertThatThrownBy(
                        () ->
                                client.deleteStateMachineVersion(
                                        it -> it.stateMachineVersionArn(arn + ":1")))
                .isInstanceOf(ConflictException.class)
                .hasMessageContaining("live");

        client.updateStateMachineAlias(
                it -> it.stateMachineAliasArn(alias).routingConfiguration(route(arn + ":2", 100)));
        assertThat(
                        client.describeStateMachineAlias(it -> it.stateMachineAliasArn(alias))
                                .routingConfiguration())
                .containsExactly(route(arn + ":2", 100));
        assertThat(
                        client.listStateMachineAliases(it -> it.stateMachineArn(arn))
                                .stateMachineAliases())
                .hasSize(1);
        client.deleteStateMachineAlias(it -> it.stateMachineAliasArn(alias));
        assertThatThrownBy(
                        () ->
                                client.describeStateMachineAlias(
                                        it -> it.stateMachineAliasArn(alias)))
                .isInstanceOf(ResourceNotFoundException.class);
    }

    private static RoutingConfigurationListItem route(String versionArn, int weight) {
        return RoutingConfigurationListItem.builder()
                .stateMachineVersionArn(versionArn)
                .weight(weight)
                .build();
    }

    @Test
    void tags_are_put_listed_and_removed() {
        String arn = Sdk.create(client, Sdk.PASS);

        client.tagResource(it -> it.resourceArn(arn).tags(tag("team", "blue"), tag("cost", "low")));
        client.untagResource(it -> it.resourceArn(arn).tagKeys("cost"));

        assertThat(client.listTagsForResource(it -> it.resourceArn(arn)).tags())
                .containsExactly(tag("team", "blue"));
        List<Tag> tooMany = IntStream.range(0, 51).mapToObj(i -> tag("k" + i, "v")).toList();
        assertThatThrownBy(() -> client.tagResource(it -> it.resourceArn(arn).tags(tooMany)))
                .isInstanceOf(TooManyTagsException.class);
    }

    private static Tag tag(String key, String value) {
        return Tag.builder().key(key).value(value).build();
    }

    @Test
    void a_deleted_state_machine_is_gone_with_its_executions_and_its_name_is_free() {
        String arn = Sdk.create(client, Sdk.PASS);
        String execution = client.startExecution(it -> it.stateMachineArn(arn)).executionArn();
        Sdk.finished(client, execution);

        client.deleteStateMachine(it -> it.stateMachineArn(arn));

        assertThatThrownBy(() -> client.startExecution(it -> it.stateMachineArn(arn)))
                .isInstanceOf(StateMachineDoesNotExistException.class);
        String name = arn.substring(arn.lastIndexOf(':') + 1);
        assertThat(
                        client.createStateMachine(
                                        it ->
                                                it.name(name)
                                                        .definition(
                                                                "{\"StartAt\":\"S\",\"States\":{\"S\":{\"Type\":\"Succeed\"}}}")
                                                        .roleArn(Sdk.ROLE))
                                .stateMachineArn())
                .isEqualTo(arn);
    }

    @Test
    void state_machines_are_listed_page_by_page() {
        List<String> made =
                IntStream.range(0, 5).mapToObj(i -> Sdk.create(client, Sdk.PASS)).toList();

        List<String> listed =
                client.listStateMachinesPaginator(it -> it.maxResults(2)).stateMachines().stream()
                        .map(it -> it.stateMachineArn())
                        .toList();

        assertThat(listed).doesNotHaveDuplicates().containsSubsequence(made);
    }

    @Test
    void a_definition_is_validated_without_being_created() {
        var fine = client.validateStateMachineDefinition(it -> it.definition(Sdk.PASS));
        var faulty =
                client.validateStateMachineDefinition(
                        it -> it.definition("{\"StartAt\": \"A\", \"States\": 7}"));

        assertThat(fine.result()).isEqualTo(ValidateStateMachineDefinitionResultCode.OK);
        assertThat(faulty.result()).isEqualTo(ValidateStateMachineDefinitionResultCode.FAIL);
        assertThat(faulty.diagnostics())
                .extracting(it -> it.code())
                .contains("SCHEMA_VALIDATION_FAILED");
    }
}
