package vn.quantrac.ingestion.file;

import java.io.IOException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.quantrac.ingestion.file.UploadRefusedException.Why;
import vn.quantrac.ingestion.telegram.Door;
import vn.quantrac.ingestion.telegram.Telegram;

/**
 * A logger's place for one session: files can be put and continued but not read. It remembers the newest files of the
 * session, and asks the database once for those of earlier ones.
 */
final class StationPlace {
    private static final int REMEMBERED = 500;

    private final String station;
    private final Door door;
    private final Places places;
    private final Instant began;
    private boolean asked;

    private final Map<String, StoredFile> files = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, StoredFile> eldest) {
            return size() > REMEMBERED;
        }
    };

    StationPlace(String station, Door door, Places places) {
        this.station = station;
        this.door = door;
        this.places = places;
        this.began = places.now();
    }

    /** What is stored under a path. */
    synchronized Optional<StoredFile> find(String path) {
        if (!files.containsKey(path)) {
            ask();
        }
        return Optional.ofNullable(files.get(path));
    }

    private void ask() {
        if (!asked) {
            Map<String, StoredFile> own = new LinkedHashMap<>(files);
            files.putAll(places.stored().newest(station, began));
            own.forEach(files::put);
            asked = true;
        }
    }

    Instant now() {
        return places.now();
    }

    /** A file that replaces what is there. */
    Upload whole(String path) throws UploadRefusedException {
        FileName.check(path);
        return places.uploads().begin(true, (from, content) -> store(path, new FileName(path, 0), content));
    }

    /** Bytes of a file that is there, from any of its positions or its end. */
    Upload continued(String path) throws UploadRefusedException {
        FileName.check(path);
        return places.uploads().begin(false, (from, content) -> storePart(path, from, content));
    }

    private void storePart(String path, long from, byte[] content) throws IOException {
        StoredFile file = find(path).orElse(null);
        long size = file == null ? 0 : file.size();
        if (from > size) {
            throw new UploadRefusedException(Why.GAP, "The file has " + size + " bytes here");
        }
        Continuations.Piece piece = file == null
                ? new Continuations.Piece(from, content)
                : places.continuations().of(file, from, content);
        store(path, new FileName(path, piece.from()), piece.content());
    }

    private void store(String path, FileName name, byte[] content) throws IOException {
        Telegram telegram = places.uploads().store(door, station, name, content);
        remember(path, name.from(), telegram);
    }

    private synchronized void remember(String path, long from, Telegram telegram) {
        StoredFile before = files.remove(path);
        int length = telegram.content().length;
        files.put(
                path,
                before == null || from == 0
                        ? StoredFile.of(from, telegram.id(), length, telegram.receivedAt())
                        : before.with(from, telegram.id(), length, telegram.receivedAt()));
    }

    /** The content was understood when it came; a new name changes nothing of it. */
    synchronized boolean rename(String from, String to) {
        Optional<StoredFile> file = find(from);
        files.remove(from);
        file.ifPresent(stored -> files.put(to, stored));
        return file.isPresent();
    }

    /** The remembered files directly in a folder. */
    synchronized List<String> list(String folder) {
        ask();
        String prefix = folder.equals("/") ? "/" : folder + "/";
        return files.keySet().stream()
                .filter(path -> path.startsWith(prefix) && path.indexOf('/', prefix.length()) < 0)
                .toList();
    }
}
