package dev.statecraft.api;

import static io.restassured.RestAssured.given;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.statecraft.region.AccessKeys;
import dev.statecraft.region.AccessKeys.AccessKey;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;

import software.amazon.awssdk.services.sfn.SfnClient;
import software.amazon.awssdk.services.sfn.model.SfnException;
import software.amazon.awssdk.services.sfn.model.StateMachineDoesNotExistException;

import java.util.Map;

/** A server that several people use: signatures count, and nobody sees what belongs to others. */
@QuarkusTest
@TestProfile(SharedServerTest.Shared.class)
class SharedServerTest {

    public static class Shared implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("statecraft.shared", "true");
        }
    }

    @Inject AccessKeys keys;

    private SfnClient clientOf(String learner) {
        AccessKey key = keys.of(learner);
        return Sdk.client(key.id(), key.secret());
    }

    @Test
    void a_learner_uses_an_account_of_their_own() {
        String arn =
                clientOf("ann")
                        .createStateMachine(
                                it ->
                                        it.name(Sdk.name("mine"))
                                                .definition(Sdk.PASS)
                                                .roleArn(Sdk.ROLE))
                        .stateMachineArn();

        assertThat(arn).contains(":" + keys.of("ann").accountId() + ":");
        assertThat(clientOf("ann").describeStateMachine(it -> it.stateMachineArn(arn)).definition())
                .isEqualTo(Sdk.PASS);
    }

    @Test
    void nobody_reaches_what_belongs_to_another() {
        String arn =
                clientOf("ann")
                        .createStateMachine(
                                it ->
                                        it.name(Sdk.name("mine"))
                                                .definition(Sdk.PASS)
                                                .roleArn(Sdk.ROLE))
                        .stateMachineArn();

        assertThat(keys.of("bob").accountId()).isNotEqualTo(keys.of("ann").accountId());
        assertThatThrownBy(
                        () -> clientOf("bob").describeStateMachine(it -> it.stateMachineArn(arn)))
                .isInstanceOf(StateMachineDoesNotExistException.class);
        assertThat(clientOf("bob").listStateMachines().stateMachines()).isEmpty();
    }

    @Test
    void a_wrong_secret_is_refused() {
        SfnClient forger = Sdk.client(keys.of("ann").id(), "not the secret");

        assertThatThrownBy(forger::listStateMachines)
                .isInstanceOfSatisfying(
                        SfnException.class,
                        refused ->
                                assertThat(refused.awsErrorDetails().errorCode())
                                        .isEqualTo("InvalidSignatureException"));
    }

    @Test
    void an_unknown_key_is_refused() {
        assertThatThrownBy(() -> Sdk.client("AKIAIOSFODNN7EXAMPLE", "any").listStateMachines())
                .isInstanceOfSatisfying(
                        SfnException.class,
                        refused ->
                                assertThat(refused.awsErrorDetails().errorCode())
                                        .isEqualTo("UnrecognizedClientException"));
    }

    @Test
    void a_request_without_a_signature_is_refused_at_every_service() {
        given().header("X-Amz-Target", "AWSStepFunctions.ListStateMachines")
                .post("/aws")
                .then()
                .statusCode(400);
        given().get("/aws/s3").then().statusCode(403);
        given().get("/aws/2015-03-31/functions").then().statusCode(403);
    }
}
