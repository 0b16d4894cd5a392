package dev.statecraft.web.runs;

import dev.statecraft.engine.Recording;
import dev.statecraft.learning.RunSignal;
import dev.statecraft.learning.StoredRun;
import dev.statecraft.sandbox.Account;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A stored run, computed again with an eye on what goes on inside it.
 *
 * @param at how the account stood after the wanted event
 * @param callsBefore how many calls there had been when each event was written
 */
record RecordedRun(
        Replay replay,
        Recording recording,
        AccountState before,
        AccountState at,
        List<Integer> callsBefore) {

    /** @param event empty: the last one */
    static RecordedRun of(StoredRun run, List<RunSignal> signals, Optional<Long> event) {
        var witness = new Witness(event.orElse(Long.MAX_VALUE - 1));
        Replay replay = Replay.of(run, signals, witness::attach);
        return new RecordedRun(
                replay,
                witness.recording,
                AccountState.before(Replay.world(run)),
                witness.at(),
                List.copyOf(witness.callsBefore));
    }

    /** The event after which the call of that number, from 0, was made. */
    long eventOfCall(int call) {
        // The counts only grow, so the last event with few enough of them is found by halving.
        int low = 1;
        int high = Math.max(1, callsBefore.size());
        while (low < high) {
            int middle = (low + high + 1) / 2;
            if (callsBefore.get(middle - 1) > call) {
                high = middle - 1;
            } else {
                low = middle;
            }
        }
        return low;
    }

    /** Looks into the account when the event after the wanted one is written: then all that the wanted one did is done. */
    private static final class Witness {
        private final Recording recording = new Recording(this::happened);
        private final List<Integer> callsBefore = new ArrayList<>();
        private final long event;
        private @Nullable Account account;
        private @Nullable AccountState at;

        Witness(long event) {
            this.event = event;
        }

        void attach(Account observed) {
            account = observed;
            observed.record(Replay.ARN, recording);
        }

        private void happened(long id) {
            if (account == null) {
                return;
            }
            callsBefore.add(account.callsSoFar() - 1);
            if (id == event + 1) {
                at = AccountState.of(account);
            }
        }

        AccountState at() {
            if (account == null) {
                throw new IllegalStateException("A replay shows its account first");
            }
            return at == null ? AccountState.of(account) : at;
        }
    }
}
