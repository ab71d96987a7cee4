package vn.quantrac.registry.entry;

import io.quarkiverse.resteasy.problem.HttpProblem;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import vn.quantrac.registry.problem.Problems;

/** What entries must be to each other; the view {@code contradiction} finds what is not so. */
@ApplicationScoped
public class Contradictions {
    private static final int SHOWN = 5;
    private static final int ALL_SHOWN = 1_000;

    private final EntryPeriods periods;

    Contradictions(EntryPeriods periods) {
        this.periods = periods;
    }

    /** Fails when an entry, as it is written now, contradicts others. */
    Uni<Void> refuse(Kind kind, String code) {
        return of(kind, code)
                .invoke(found -> {
                    if (!found.isEmpty()) {
                        throw problem(new EntryName(kind, code), found);
                    }
                })
                .replaceWithVoid();
    }

    /** All there are, of whatever is written now. */
    public Uni<List<Contradiction>> all() {
        return periods.rows("select rule, kind, code, field, other_kind, other_code from contradiction"
                        + " order by kind, code, rule limit " + ALL_SHOWN)
                .map(rows -> rows.stream().map(Contradiction::of).toList());
    }

    /** The contradictions of an entry; those it says itself come first. */
    private Uni<List<Contradiction>> of(Kind kind, String code) {
        return periods.rows(
                        "select rule, kind, code, field, other_kind, other_code from contradiction"
                                + " where kind = ?1 and code = ?2 or other_kind = ?1 and other_code = ?2"
                                + " order by (kind = ?1 and code = ?2) desc, kind, code, rule limit " + SHOWN,
                        kind.eventType(),
                        code)
                .map(rows -> rows.stream().map(Contradiction::of).toList());
    }

    private static HttpProblem problem(EntryName changed, List<Contradiction> found) {
        Contradiction first = found.get(0);
        if (!first.said().equals(changed)) {
            return Problems.inUse(String.join(
                    "; ", found.stream().map(Contradiction::sentence).toList()));
        }
        String sentence = first.sentence();
        return switch (first.rule()) {
            case UNKNOWN_REFERENCE -> Problems.unknownReference(sentence);
            case NAME_TAKEN -> Problems.nameTaken(sentence);
            default -> Problems.contradiction(sentence);
        };
    }
}
