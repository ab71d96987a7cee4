package vn.quantrac.ingestion.http;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

@ConfigMapping(prefix = "ingestion.http")
interface HttpDoorConfig {
    /** The largest body, as it is after decompression; streams of readings have no limit. */
    @WithDefault("8M")
    MemorySize maxBody();

    /** How long a request waits for its commit, or a stream for that of its oldest telegram. */
    @WithDefault("30s")
    Duration commitPatience();

    /** Most telegrams of one station that wait for their commit. */
    @WithDefault("200")
    int stationTelegrams();

    /** Most bytes of one station that wait for their commit; a telegram alone may be longer. */
    @WithDefault("8M")
    MemorySize stationBytes();

    /** Streams at a time. */
    @WithDefault("16")
    int streams();

    /** Streams of one station at a time. */
    @WithDefault("2")
    int stationStreams();
}
