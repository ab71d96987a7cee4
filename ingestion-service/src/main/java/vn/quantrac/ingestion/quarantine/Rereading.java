package vn.quantrac.ingestion.quarantine;

import java.util.ArrayList;
import java.util.List;
import vn.quantrac.ingestion.intake.Reread;
import vn.quantrac.ingestion.reading.NewReading;
import vn.quantrac.ingestion.reading.Understood;
import vn.quantrac.ingestion.telegram.Refusal;

/** What is new in a telegram that is read again: only what was in quarantine, since the rest of it went in long ago. */
final class Rereading {
    private Rereading() {}

    /** @param open entries of the telegram, in the order of their bytes */
    static Reread of(Understood understood, List<OpenEntry> open) {
        List<Reread.Entry> entries = new ArrayList<>();
        List<Refusal> refusals = new ArrayList<>();
        Sequence<NewReading> readings = new Sequence<>(understood.readings(), NewReading::from);
        Sequence<Refusal> refused = new Sequence<>(understood.refusals(), Refusal::from);
        for (OpenEntry entry : open) {
            List<NewReading> within = readings.within(entry);
            List<Refusal> stillRefused = refused.within(entry);
            if (!within.isEmpty()) {
                entries.add(new Reread.Entry(entry.id(), within));
                refusals.addAll(stillRefused);
            }
        }
        return new Reread(understood.telegram(), entries, refusals);
    }
}
