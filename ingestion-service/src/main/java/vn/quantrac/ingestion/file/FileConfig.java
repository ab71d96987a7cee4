package vn.quantrac.ingestion.file;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** What holds for files by FTP and by SFTP alike. */
@ConfigMapping(prefix = "ingestion.file")
interface FileConfig {
    /** The largest file, and the most that may be appended to one at a time; more is refused and not kept. */
    @WithDefault("8M")
    MemorySize largest();

    /** What all uploads together may hold until they are committed; beyond it they are not read on. */
    @WithDefault("64M")
    MemorySize memory();

    /** How long an upload waits for memory, and for its commit, before it is refused; to send it again does no harm. */
    @WithDefault("60s")
    Duration commitPatience();

    /** How far back a file may lie that a logger resumes or appends to in a new session. */
    @WithDefault("3d")
    Duration resumable();
}
