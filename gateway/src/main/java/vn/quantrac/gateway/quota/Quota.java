package vn.quantrac.gateway.quota;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;

/**
 * How fast one address may read without a token, so that one reader cannot take open data away from the others. Each
 * replica of the gateway counts for itself.
 */
@Singleton
public final class Quota {
    private final QuotaConfig config;
    private final Cache<String, Bucket> buckets;

    @Inject
    Quota(QuotaConfig config) {
        this.config = config;
        buckets = Caffeine.newBuilder().maximumSize(config.addresses()).build();
    }

    /** Counts a request; false when the address has used up its share. */
    public boolean allows(String address) {
        return config.perSecond() == 0
                || buckets.get(address, key -> fullBucket()).tryConsume(1);
    }

    private Bucket fullBucket() {
        long burst = (long) config.perSecond() * config.burstSeconds();
        return Bucket.builder()
                .addLimit(limit -> limit.capacity(burst).refillGreedy(config.perSecond(), Duration.ofSeconds(1)))
                .build();
    }
}
