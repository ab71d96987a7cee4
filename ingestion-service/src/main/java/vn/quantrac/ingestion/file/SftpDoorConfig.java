package vn.quantrac.ingestion.file;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

@ConfigMapping(prefix = "ingestion.sftp")
interface SftpDoorConfig {
    /** Whether there is an SFTP door. */
    @WithDefault("true")
    boolean enabled();

    /** The address to listen on. */
    Optional<String> host();

    /** The port to listen on; 0 is a free one. */
    @WithDefault("2222")
    int port();

    /** The private key by which loggers know the service again (PEM or OpenSSH). */
    Optional<String> hostKey();

    /** The file of the key where it is not given itself; it is made when it is not there. */
    @WithDefault("sftp-host-key")
    Path hostKeyFile();

    /** Most connections at a time. */
    @WithDefault("500")
    int sessions();

    /** A connection on which nothing happens is closed after it. */
    @WithDefault("5m")
    Duration idle();
}
