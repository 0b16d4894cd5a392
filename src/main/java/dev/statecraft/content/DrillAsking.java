package dev.statecraft.content;

import dev.statecraft.grading.Measure;

/**
 * What a drill asks about its run.
 *
 * @param unit stands behind a number; empty for values without one
 * @param measure reads the answer off the run
 */
record DrillAsking(String question, String unit, Measure measure) {

    static DrillAsking calls(DrillSetting it) {
        return new DrillAsking(
                "How often is `" + it.function() + "` called?",
                " calls",
                new Measure.Calls(it.function()));
    }

    static DrillAsking seconds() {
        return new DrillAsking(
                "How many seconds does the execution take? Functions that fail do so at once, and states take no time of their own.",
                " s",
                new Measure.Seconds());
    }

    static DrillAsking ending() {
        return new DrillAsking("How does the execution end?", "ending", new Measure.Ending());
    }

    static DrillAsking path() {
        return new DrillAsking(
                "Which states does the execution enter, in order?", "", new Measure.Path());
    }

    static DrillAsking output() {
        return new DrillAsking("What is the output of the execution?", "", new Measure.Output("$"));
    }

    static DrillAsking request(DrillSetting it) {
        return new DrillAsking(
                "What does `" + it.function() + "` get as its event?",
                "",
                new Measure.Request(it.function()));
    }

    static DrillAsking retriers(DrillSetting it) {
        return new DrillAsking(
                "Which retrier makes each wait of `" + it.state() + "`, in order?",
                "retriers",
                new Measure.Retriers(it.state()));
    }

    static DrillAsking transitions() {
        return new DrillAsking(
                "How many state transitions is this run billed for, as Standard? Count every state that is entered, and every retry.",
                " transitions",
                new Measure.Transitions());
    }

    static DrillAsking standardCost() {
        return new DrillAsking(
                "What do a million such runs cost as Standard? A thousand state transitions cost 0.025 dollars; retries count, and the free ones are used up.",
                " dollars",
                new Measure.StandardCost());
    }

    static DrillAsking expressCost() {
        return new DrillAsking(
                "What do a million such runs cost as Express, with 64 MB? A million requests cost 1 dollar, and a GB-second 0.00001667 dollars. Calls that fail do so at once.",
                " dollars",
                new Measure.ExpressCost());
    }
}
