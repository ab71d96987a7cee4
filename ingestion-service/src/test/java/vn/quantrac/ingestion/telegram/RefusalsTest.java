package vn.quantrac.ingestion.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class RefusalsTest {
    @Test
    void the_first_are_kept_one_by_one_and_the_rest_is_one_entry_over_their_bytes() {
        Refusals refusals = new Refusals();
        for (int line = 1; line <= Refusals.MOST + 500; line++) {
            refusals.add(new Refusal(line, 10 * line, 10 * line + 9, Reason.BAD_LINE, "bad " + line));
        }

        List<Refusal> all = refusals.all();
        assertThat(all).hasSize(Refusals.MOST + 1);
        Refusal rest = all.get(Refusals.MOST);
        assertThat(rest.line()).isEqualTo(Refusals.MOST + 1);
        assertThat(rest.from()).isEqualTo(10 * (Refusals.MOST + 1));
        assertThat(rest.to()).isEqualTo(10 * (Refusals.MOST + 500) + 9);
        assertThat(rest.reason()).isEqualTo(Reason.TOO_MANY);
        assertThat(rest.detail()).isEqualTo("500 lines, the first of them: bad 1001");
        assertThat(refusals.count()).isEqualTo(Refusals.MOST + 500);
    }

    @Test
    void one_too_many_is_itself() {
        Refusals refusals = new Refusals();
        for (int line = 1; line <= Refusals.MOST + 1; line++) {
            refusals.add(new Refusal(line, line, line + 1, Reason.BAD_LINE, "bad"));
        }
        assertThat(refusals.all()).hasSize(Refusals.MOST + 1).allSatisfy(refusal -> assertThat(refusal.reason())
                .isEqualTo(Reason.BAD_LINE));
    }

    @Test
    void an_accepted_line_ends_an_entry_so_that_none_holds_what_was_accepted() {
        Refusals refusals = new Refusals();
        for (int line = 1; line <= Refusals.MOST + 4; line++) {
            if (line == Refusals.MOST + 3) {
                refusals.interrupt();
            }
            refusals.add(new Refusal(line, 10 * line, 10 * line + 9, Reason.BAD_LINE, "bad"));
        }

        List<Refusal> all = refusals.all();
        assertThat(all).hasSize(Refusals.MOST + 2);
        assertThat(all.get(Refusals.MOST).to()).isEqualTo(10 * (Refusals.MOST + 2) + 9);
        assertThat(all.get(Refusals.MOST + 1).from()).isEqualTo(10 * (Refusals.MOST + 3));
    }
}
