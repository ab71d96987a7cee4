package vn.quantrac.registry.entry;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import vn.quantrac.registry.problem.Problems;

/** The periods of one code in order of time, and how they may change: only what is newest, and never the past. */
public final class Timeline {
    private final Kind kind;
    private final String code;
    private final List<EntryPeriod> periods;
    private final List<EntryPeriod> opened = new ArrayList<>();
    private final List<EntryPeriod> withdrawn = new ArrayList<>();
    private boolean changed;

    Timeline(Kind kind, String code, List<EntryPeriod> periods) {
        this.kind = kind;
        this.code = code;
        this.periods = new ArrayList<>(periods);
    }

    /** Opens the first period. */
    EntryPeriod create(Statement statement, Instant now) {
        if (!periods.isEmpty()) {
            throw Problems.exists(kind.eventType(), code, last().endedAt(now));
        }
        return open(statement, statement.validFrom(now), 0);
    }

    /** Opens the first period at the request of somebody who has seen none. */
    EntryPeriod createUnseen(Statement statement, Instant now) {
        if (!periods.isEmpty() && !last().endedAt(now)) {
            throw Problems.ifMatchMissing();
        }
        return create(statement, now);
    }

    /**
     * Changes the newest period: in place when {@code validFrom} is its own, otherwise by ending it there and opening
     * the next. Without {@code validFrom} it is changed in place, unless it has ended: then the next opens now.
     *
     * @param version of the period that the caller has seen
     */
    EntryPeriod change(Statement statement, int version, Instant now) {
        EntryPeriod last = seen(version);
        Instant validFrom = statement.validFrom(last.endedAt(now) ? now : last.validFrom);
        if (validFrom.isBefore(last.validFrom)) {
            throw Problems.overlap("The newest period of " + code + " begins at " + last.validFrom
                    + "; what held before stays as it is");
        }
        if (validFrom.equals(last.validFrom)) {
            checkOrder(validFrom, statement.validTo());
            changed = !statement.isSaidBy(last);
            statement.fill(last);
            last.validTo = statement.validTo();
            return last;
        }
        if (last.endedAt(validFrom)) {
            return open(statement, validFrom, last.version + 1);
        }
        last.validTo = validFrom;
        // Ending it gives the last period the version in between.
        return open(statement, validFrom, last.version + 2);
    }

    /**
     * Makes the statement true, if it can be: by creating the entry, by changing the newest period or by opening the
     * next one. What is so already is left as it is, also in the past.
     */
    public void put(Statement statement, Instant now) {
        if (periods.isEmpty()) {
            create(statement, now);
        } else if (periods.stream().noneMatch(period -> statement.isSaidExactlyBy(period))) {
            change(statement, last().version, now);
        }
    }

    /** Ends what holds now; what was to hold later is withdrawn, what held before stays. */
    void end(Integer version, Instant now) {
        EntryPeriod last = version == null ? last() : seen(version);
        if (last.endedAt(now)) {
            throw Problems.notFound(kind.eventType(), code);
        }
        changed = true;
        periods.removeIf(period -> {
            boolean neverHeld = !period.validFrom.isBefore(now);
            if (neverHeld) {
                withdrawn.add(period);
            }
            return neverHeld;
        });
        if (!periods.isEmpty() && !last().endedAt(now)) {
            last().validTo = now;
        }
    }

    private EntryPeriod seen(int version) {
        EntryPeriod last = last();
        if (last.version != version) {
            throw Problems.stale("The newest period of " + kind.eventType() + " " + code + " begins at "
                    + last.validFrom + " and has version " + last.version + "; read it and try again");
        }
        return last;
    }

    private EntryPeriod last() {
        if (periods.isEmpty()) {
            throw Problems.notFound(kind.eventType(), code);
        }
        return periods.get(periods.size() - 1);
    }

    private EntryPeriod open(Statement statement, Instant validFrom, int version) {
        checkOrder(validFrom, statement.validTo());
        EntryPeriod period = new EntryPeriod();
        period.kind = kind.eventType();
        period.code = code;
        period.validFrom = validFrom;
        period.validTo = statement.validTo();
        period.version = version;
        statement.fill(period);
        periods.add(period);
        opened.add(period);
        changed = true;
        return period;
    }

    private static void checkOrder(Instant validFrom, Instant validTo) {
        if (validTo != null && !validTo.isAfter(validFrom)) {
            throw Problems.bad("validTo", "must be after validFrom");
        }
    }

    public Kind kind() {
        return kind;
    }

    public String code() {
        return code;
    }

    public boolean changed() {
        return changed;
    }

    public List<EntryPeriod> periods() {
        return List.copyOf(periods);
    }

    public List<EntryPeriod> opened() {
        return List.copyOf(opened);
    }

    List<EntryPeriod> withdrawn() {
        return List.copyOf(withdrawn);
    }
}
