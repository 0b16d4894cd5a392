package dev.statecraft.engine.history;

import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.RandomAccess;

/**
 * The events of one execution in the order in which they happened; they can only be added. They lie in pieces of equal length: one array for
 * all would be copied as it grows, and a garbage collector that keeps large arrays apart from what is young would look at it again for each
 * new event. With pieces, a million events cost ten times what a hundred thousand cost.
 */
final class EventLog extends AbstractList<HistoryEvent> implements RandomAccess {
    private static final int BITS = 10;
    private static final int PIECE = 1 << BITS;
    private static final int FIRST = 16;

    private final List<HistoryEvent[]> pieces = new ArrayList<>();
    private HistoryEvent[] last = new HistoryEvent[0];
    private int size;

    @Override
    public boolean add(HistoryEvent event) {
        int place = size & (PIECE - 1);
        if (place == 0) {
            last = new HistoryEvent[pieces.isEmpty() ? FIRST : PIECE];
            pieces.add(last);
        } else if (place == last.length) {
            // Most executions are short, and a Distributed Map has thousands of them.
            last = Arrays.copyOf(last, 2 * place);
            pieces.set(0, last);
        }
        last[place] = event;
        size++;
        return true;
    }

    @Override
    public HistoryEvent get(int index) {
        Objects.checkIndex(index, size);
        return pieces.get(index >> BITS)[index & (PIECE - 1)];
    }

    @Override
    public int size() {
        return size;
    }
}
