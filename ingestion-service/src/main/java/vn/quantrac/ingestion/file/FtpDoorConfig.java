package vn.quantrac.ingestion.file;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;

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

    /** The port of implicit FTPS, which is TLS from the first byte; 0 is a free one. Without it there is none. */
    OptionalInt implicitPort();

    /** The key store (PKCS12) for FTPS; without it there is plain FTP only. It is read at the start. */
    Optional<Path> keystore();

    /** The password of the key store. */
    Optional<String> keystorePassword();
}
