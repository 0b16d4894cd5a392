package dev.statecraft.query;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.jayway.jsonpath.Configuration;
import com.jayway.jsonpath.EvaluationListener.EvaluationContinuation;
import com.jayway.jsonpath.JsonPathException;
import com.jayway.jsonpath.Option;
import com.jayway.jsonpath.spi.json.JacksonJsonNodeJsonProvider;
import com.jayway.jsonpath.spi.mapper.JacksonMappingProvider;

/** Paths that may match several places. The only file that knows the JSONPath library. */
final class PathLibrary {
    /** More results than this are no use to a learner and only cost time. */
    static final int MAX_RESULTS = 20_000;

    private static final int BYTES_A_STEP = 8;

    private static final Configuration CONFIGURATION =
            Configuration.builder()
                    .jsonProvider(new JacksonJsonNodeJsonProvider())
                    .mappingProvider(new JacksonMappingProvider())
                    .options(Option.ALWAYS_RETURN_LIST, Option.SUPPRESS_EXCEPTIONS)
                    .evaluationListener(
                            found ->
                                    found.index() > MAX_RESULTS
                                            ? EvaluationContinuation.ABORT
                                            : EvaluationContinuation.CONTINUE)
                    .build();

    private final com.jayway.jsonpath.JsonPath path;

    private PathLibrary(com.jayway.jsonpath.JsonPath path) {
        this.path = path;
    }

    static PathLibrary compile(String text) {
        try {
            return new PathLibrary(com.jayway.jsonpath.JsonPath.compile(text));
        } catch (JsonPathException | IllegalArgumentException | StackOverflowError e) {
            throw new InvalidExpression(
                    "Value is not a valid JSONPath: " + text,
                    "Check the part in brackets: " + e.getMessage());
        }
    }

    JsonNode readAll(JsonNode root, Budget budget) {
        // Whatever it finds, it may look at all there is.
        budget.spend(PayloadSize.of(root) / BYTES_A_STEP);
        ArrayNode results = read(root);
        budget.spend(results.size());
        if (results.size() > MAX_RESULTS) {
            throw new QueryFailure(
                    QueryFailure.RUNTIME,
                    "The path matched more than "
                            + MAX_RESULTS
                            + " places, the limit of this sandbox.");
        }
        return results;
    }

    private ArrayNode read(JsonNode root) {
        try {
            return path.read(root, CONFIGURATION) instanceof ArrayNode array
                    ? array
                    : JsonNodeFactory.instance.arrayNode();
        } catch (JsonPathException e) {
            // Whatever does not fit the data matches nothing.
            return JsonNodeFactory.instance.arrayNode();
        } catch (RuntimeException | StackOverflowError e) {
            throw new QueryFailure(
                    QueryFailure.RUNTIME,
                    "Invalid path '" + path.getPath() + "' : it could not be evaluated.");
        }
    }
}
