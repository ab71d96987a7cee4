package vn.quantrac.ingestion.file;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/** The files that a station has put, as the database knows them. */
@ApplicationScoped
class StoredFiles {
    private static final String NEWEST = """
            select * from (
                select id, name, coalesce(content_length, length(content)) as length, received_at from telegram
                where station = :station and received_at >= :since and received_at < :before
                    and door in ('ftp', 'sftp') and name is not null
                order by received_at desc, id desc limit :limit) as newest
            order by received_at, id""";

    private static final int MOST = 1_000;

    private final Jdbi jdbi;
    private final FileConfig config;

    StoredFiles(Jdbi jdbi, FileConfig config) {
        this.jdbi = jdbi;
        this.config = config;
    }

    /** The newest ones of an instant by path, oldest first. Renamed ones have the name that they were sent with. */
    Map<String, StoredFile> newest(String station, Instant before) {
        return jdbi.withHandle(handle -> handle.createQuery(NEWEST)
                .bind("station", station)
                .bind("since", before.minus(config.resumable()).atOffset(ZoneOffset.UTC))
                .bind("before", before.atOffset(ZoneOffset.UTC))
                .bind("limit", MOST)
                .reduceResultSet(new LinkedHashMap<>(), (files, row, context) -> {
                    FileName name = FileName.of(row.getString("name"));
                    UUID telegram = row.getObject("id", UUID.class);
                    int length = row.getInt("length");
                    Instant at =
                            row.getObject("received_at", OffsetDateTime.class).toInstant();
                    StoredFile known = files.remove(name.path());
                    files.put(
                            name.path(),
                            known == null || name.from() == 0
                                    ? StoredFile.of(name.from(), telegram, length, at)
                                    : known.with(name.from(), telegram, length, at));
                    return files;
                }));
    }
}
