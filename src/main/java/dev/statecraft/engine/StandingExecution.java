package dev.statecraft.engine;

import com.fasterxml.jackson.databind.JsonNode;

import java.time.Instant;
import java.util.Optional;

/** What is known of an execution from outside while it runs and after it: how it stands, and since when. */
abstract class StandingExecution implements Execution {
    private final ExecutionRequest request;
    private final Instant startDate;
    private final Optional<String> mapRunArn;

    private ExecutionStatus status = ExecutionStatus.RUNNING;
    private Optional<Instant> stopDate = Optional.empty();
    private Optional<JsonNode> output = Optional.empty();
    private Optional<String> error = Optional.empty();
    private Optional<String> cause = Optional.empty();
    private int redriveCount;
    private Optional<Instant> redriveDate = Optional.empty();

    /** @param mapRunArn of the Map Run whose child this is */
    StandingExecution(ExecutionRequest request, Instant startDate, Optional<String> mapRunArn) {
        this.request = request;
        this.startDate = startDate;
        this.mapRunArn = mapRunArn;
    }

    final void close(
            Instant now,
            ExecutionStatus newStatus,
            Optional<JsonNode> newOutput,
            Optional<String> newError,
            Optional<String> newCause) {
        status = newStatus;
        stopDate = Optional.of(now);
        output = newOutput;
        error = newError;
        cause = newCause;
    }

    /** A redrive. */
    final void reopen(Instant now) {
        redriveCount++;
        redriveDate = Optional.of(now);
        status = ExecutionStatus.RUNNING;
        stopDate = Optional.empty();
        error = Optional.empty();
        cause = Optional.empty();
    }

    final boolean isOver() {
        return status.isFinal();
    }

    @Override
    public final ExecutionRequest request() {
        return request;
    }

    @Override
    public final ExecutionStatus status() {
        return status;
    }

    @Override
    public final Instant startDate() {
        return startDate;
    }

    @Override
    public final Optional<Instant> stopDate() {
        return stopDate;
    }

    @Override
    public final Optional<JsonNode> output() {
        return output;
    }

    @Override
    public final Optional<String> error() {
        return error;
    }

    @Override
    public final Optional<String> cause() {
        return cause;
    }

    @Override
    public final int redriveCount() {
        return redriveCount;
    }

    @Override
    public final Optional<Instant> redriveDate() {
        return redriveDate;
    }

    @Override
    public final Optional<String> mapRunArn() {
        return mapRunArn;
    }
}
