package dev.statecraft.asl;

import com.fasterxml.jackson.databind.JsonNode;

import dev.statecraft.query.Expression;

import java.util.Optional;

/**
 * What only a Map in distributed mode has.
 *
 * @param executionType of the child executions: {@code STANDARD} or {@code EXPRESS}
 */
public record DistributedMap(
        String executionType,
        Optional<String> label,
        Optional<ItemReader> itemReader,
        Optional<ItemBatcher> itemBatcher,
        Optional<ResultWriter> resultWriter,
        Optional<Expression> toleratedFailureCount,
        Optional<Expression> toleratedFailurePercentage) {

    /**
     * Reads the items from S3.
     *
     * @param readerConfig {@code ReaderConfig} as given
     */
    public record ItemReader(
            String resource,
            Expression arguments,
            JsonNode readerConfig,
            Optional<Expression> maxItems) {}

    public record ItemBatcher(
            Optional<Expression> maxItemsPerBatch,
            Optional<Expression> maxInputBytesPerBatch,
            Optional<Expression> batchInput) {}

    /** @param writerConfig {@code WriterConfig} as given; an empty object if absent */
    public record ResultWriter(
            Optional<String> resource, Optional<Expression> arguments, JsonNode writerConfig) {}
}
