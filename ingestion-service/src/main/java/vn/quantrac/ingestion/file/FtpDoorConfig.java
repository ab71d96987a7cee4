package vn.quantrac.ingestion.file;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

@ConfigMapping(prefix = "ingestion.ftp")
interface FtpDoorConfig {
    /** The address to listen on. */
    Optional<String> host();

    /** The port to listen on; 0 is a free one. */
    @WithDefault("2121")
    int port();

    /** Ports for data connections, such as {@code 2122-2141}; 0 is any free one. */
    @WithDefault("2122-2141")
    String passivePorts();

    /** The address that loggers reach the data connections by, when it is not the one they signed in at. */
    Optional<String> externalAddress();

    /** Most loggers that may be signed in at a time. */
    @WithDefault("500")
    int sessions();

    /** The largest file; a larger one is refused and nothing of it is kept. */
    @WithDefault("8M")
    MemorySize maxFile();

    /** How long an upload waits for its commit before it is refused; sending it again does no harm. */
    @WithDefault("60s")
    Duration commitPatience();

    /** The key store (PKCS12) for FTPS by AUTH TLS; without it there is plain FTP only. */
    Optional<Path> keystore();

    /** The password of the key store. */
    Optional<String> keystorePassword();
}
