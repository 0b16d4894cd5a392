package dev.statecraft.sandbox;

import java.time.Duration;

/**
 * Calls of one function or service that go wrong in a run, whatever the world says.
 *
 * @param target a function's name, or {@code service:action} such as {@code sqs:sendMessage}
 * @param from first call that goes wrong, counted from 1
 * @param to last call that goes wrong
 */
public record Fault(String target, int from, int to, Kind kind) {

    /** What goes wrong. */
    public sealed interface Kind {

        /** The call fails and does nothing. */
        record Fails(String error, String cause) implements Kind {}

        /** The call does all it should, and the answer is lost: the caller sees an error. */
        record ReplyLost(String error, String cause) implements Kind {}

        /** The call does nothing and never answers. */
        record Silent() implements Kind {}

        /** The call takes this long. */
        record Slow(Duration duration) implements Kind {}
    }

    /** What Lambda answers when it is asked too often. */
    public static Kind throttled() {
        return new Kind.Fails("Lambda.TooManyRequestsException", "Rate Exceeded.");
    }

    /** In a sentence for a learner: {@code call 1 of charge-card is throttled}. */
    public String describe() {
        String calls = from == to ? "call " + from : "calls " + from + " to " + to;
        boolean one = from == to;
        return calls
                + " of "
                + target
                + " "
                + switch (kind) {
                    case Kind.Fails fails -> (one ? "fails with " : "fail with ") + fails.error();
                    case Kind.ReplyLost lost ->
                            (one
                                    ? "does its work, but its reply is lost"
                                    : "do their work, but their replies are lost");
                    case Kind.Silent silent -> one ? "never answers" : "never answer";
                    case Kind.Slow slow ->
                            (one ? "takes " : "take ") + slow.duration().toSeconds() + " s";
                };
    }

    boolean hits(String called, int number) {
        return target.equals(called) && number >= from && number <= to;
    }
}
