package vn.quantrac.gateway.quota;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class QuotaTest {
    private record Limits(int perSecond, int burstSeconds, int addresses) implements QuotaConfig {}

    @Test
    void an_address_that_asks_too_often_is_refused_and_others_are_not() {
        Quota quota = new Quota(new Limits(2, 5, 10));
        assertThat(allowed(quota, "10.0.0.1", 100)).isBetween(10L, 12L);
        assertThat(quota.allows("10.0.0.2")).isTrue();
    }

    @Test
    void a_refused_address_may_ask_again_soon() throws InterruptedException {
        Quota quota = new Quota(new Limits(20, 1, 10));
        assertThat(allowed(quota, "10.0.0.1", 100)).isGreaterThanOrEqualTo(20);
        Thread.sleep(200);
        assertThat(quota.allows("10.0.0.1")).isTrue();
    }

    @Test
    void zero_is_no_limit() {
        assertThat(allowed(new Quota(new Limits(0, 5, 10)), "10.0.0.1", 10_000)).isEqualTo(10_000);
    }

    private static long allowed(Quota quota, String address, int requests) {
        return IntStream.range(0, requests)
                .filter(request -> quota.allows(address))
                .count();
    }
}
