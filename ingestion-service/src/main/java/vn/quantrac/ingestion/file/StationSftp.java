package vn.quantrac.ingestion.file;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.sshd.common.util.buffer.Buffer;
import org.apache.sshd.server.channel.ChannelSession;
import org.apache.sshd.sftp.common.SftpConstants;
import org.apache.sshd.sftp.common.SftpException;
import org.apache.sshd.sftp.server.SftpSubsystem;
import org.apache.sshd.sftp.server.SftpSubsystemConfigurator;

/**
 * A logger's place as SFTP version 3 sees it. The library frames and parses the requests; none of them reaches a file
 * system, and what is not answered here is refused.
 */
final class StationSftp extends SftpSubsystem {
    private static final int MOST_OPEN = 16;
    private static final int NAMES_AT_A_TIME = 100;

    private final StationPlace place;
    private final Map<String, SftpFile> open = new HashMap<>();
    private final Map<String, List<String>> folders = new HashMap<>();
    private int handlesGiven;

    StationSftp(ChannelSession channel, SftpSubsystemConfigurator configurator, StationPlace place) {
        super(channel, configurator);
        this.place = place;
    }

    @Override
    protected void doProcess(Buffer buffer, int length, int type, int id) throws IOException {
        switch (type) {
            case SftpConstants.SSH_FXP_INIT -> doInit(buffer, id);
            case SftpConstants.SSH_FXP_OPEN -> doOpen(buffer, id);
            case SftpConstants.SSH_FXP_WRITE -> doWrite(buffer, id);
            case SftpConstants.SSH_FXP_CLOSE -> doClose(buffer, id);
            case SftpConstants.SSH_FXP_STAT, SftpConstants.SSH_FXP_LSTAT -> doStat(buffer, id);
            case SftpConstants.SSH_FXP_FSTAT -> doFStat(buffer, id);
            case SftpConstants.SSH_FXP_OPENDIR -> doOpenDir(buffer, id);
            case SftpConstants.SSH_FXP_READDIR -> doReadDir(buffer, id);
            case SftpConstants.SSH_FXP_REALPATH -> doRealPath(buffer, id);
            case SftpConstants.SSH_FXP_RENAME -> doRename(buffer, id);
            // Every folder exists, and times and modes are kept nowhere.
            case SftpConstants.SSH_FXP_MKDIR, SftpConstants.SSH_FXP_SETSTAT, SftpConstants.SSH_FXP_FSETSTAT ->
                sendStatus(prepareReply(buffer), id, SftpConstants.SSH_FX_OK, "");
            case SftpConstants.SSH_FXP_READ, SftpConstants.SSH_FXP_REMOVE, SftpConstants.SSH_FXP_RMDIR ->
                sendStatus(
                        prepareReply(buffer),
                        id,
                        SftpConstants.SSH_FX_PERMISSION_DENIED,
                        "Files are put, not read or deleted");
            default -> sendStatus(prepareReply(buffer), id, SftpConstants.SSH_FX_OP_UNSUPPORTED, "Not supported");
        }
    }

    /** No extensions. */
    @Override
    protected void appendExtensions(Buffer buffer, String supportedVersions) {
        // Clients use what is announced.
    }

    @Override
    protected String doOpen(int id, String path, int flags, int access, Map<String, Object> attributes)
            throws IOException {
        if ((access & SftpConstants.ACE4_WRITE_DATA) == 0) {
            throw new SftpException(SftpConstants.SSH_FX_PERMISSION_DENIED, "Files are put, not read");
        }
        if (open.size() >= MOST_OPEN) {
            throw new SftpException(SftpConstants.SSH_FX_FAILURE, "More than " + MOST_OPEN + " files are open");
        }
        String handle = nextHandle();
        open.put(handle, SftpFile.open(place, FileName.resolve("/", path), flags));
        return handle;
    }

    /** Of four characters: some clients count longer ones wrongly. */
    private String nextHandle() {
        handlesGiven = (handlesGiven + 1) & 0xFFFF;
        return String.format("%04x", handlesGiven);
    }

    @Override
    protected void doWrite(int id, String handle, long offset, int length, byte[] data, int dataOffset, int remaining)
            throws IOException {
        if (length < 0 || length > remaining) {
            throw new SftpException(SftpConstants.SSH_FX_BAD_MESSAGE, "The data are shorter than they say");
        }
        file(handle).write(offset, data, dataOffset, length);
    }

    /** Its answer is the acknowledgement. */
    @Override
    protected void doClose(int id, String handle) throws IOException {
        if (folders.remove(handle) == null) {
            SftpFile file = file(handle);
            open.remove(handle);
            file.close();
        }
    }

    private SftpFile file(String handle) throws SftpException {
        return Optional.ofNullable(open.get(handle))
                .orElseThrow(() -> new SftpException(SftpConstants.SSH_FX_FAILURE, "No such handle"));
    }

    @Override
    protected void doStat(Buffer buffer, int id) throws IOException {
        String path = FileName.resolve("/", buffer.getString());
        Optional<StoredFile> file = place.find(path);
        if (file.isPresent()) {
            sendAttrs(prepareReply(buffer), id, SftpAttributes.of(file.get()));
        } else if (SftpAttributes.mayBeFolder(path)) {
            sendAttrs(prepareReply(buffer), id, SftpAttributes.folder());
        } else {
            sendStatus(prepareReply(buffer), id, SftpConstants.SSH_FX_NO_SUCH_FILE, "No such file");
        }
    }

    @Override
    protected Map<String, Object> doFStat(int id, String handle, int flags) throws IOException {
        return SftpAttributes.file(file(handle).size(), place.now());
    }

    @Override
    protected void doOpenDir(Buffer buffer, int id) throws IOException {
        String path = FileName.resolve("/", buffer.getString());
        if (folders.size() >= MOST_OPEN) {
            sendStatus(prepareReply(buffer), id, SftpConstants.SSH_FX_FAILURE, "Too many folders are open");
            return;
        }
        String handle = nextHandle();
        folders.put(handle, place.list(path));
        sendHandle(prepareReply(buffer), id, handle);
    }

    @Override
    protected void doReadDir(Buffer buffer, int id) throws IOException {
        String handle = buffer.getString(StandardCharsets.ISO_8859_1);
        List<String> left = folders.getOrDefault(handle, List.of());
        if (left.isEmpty()) {
            sendStatus(prepareReply(buffer), id, SftpConstants.SSH_FX_EOF, "");
            return;
        }
        List<String> now = left.subList(0, Math.min(NAMES_AT_A_TIME, left.size()));
        folders.put(handle, left.subList(now.size(), left.size()));
        Buffer answer = prepareReply(buffer);
        answer.putByte((byte) SftpConstants.SSH_FXP_NAME);
        answer.putInt(id);
        answer.putInt(now.size());
        for (String path : now) {
            Map<String, Object> attributes =
                    place.find(path).map(SftpAttributes::of).orElse(Map.of());
            name(answer, path.substring(path.lastIndexOf('/') + 1), attributes);
        }
        send(answer);
    }

    @Override
    protected void doRealPath(Buffer buffer, int id) throws IOException {
        String path = FileName.resolve("/", buffer.getString());
        Buffer answer = prepareReply(buffer);
        answer.putByte((byte) SftpConstants.SSH_FXP_NAME);
        answer.putInt(id);
        answer.putInt(1);
        name(answer, path, Map.of());
        send(answer);
    }

    private void name(Buffer answer, String name, Map<String, Object> attributes) {
        answer.putString(name);
        answer.putString(SftpAttributes.line(name, attributes));
        writeAttrs(answer, attributes);
    }

    @Override
    protected void doRename(Buffer buffer, int id) throws IOException {
        String from = FileName.resolve("/", buffer.getString());
        String to = FileName.resolve("/", buffer.getString());
        if (place.rename(from, to)) {
            sendStatus(prepareReply(buffer), id, SftpConstants.SSH_FX_OK, "");
        } else {
            sendStatus(prepareReply(buffer), id, SftpConstants.SSH_FX_NO_SUCH_FILE, "No such file");
        }
    }

    /** What a broken connection had brought is stored, so that the logger may resume. */
    @Override
    protected void closeAllHandles() {
        open.values().forEach(SftpFile::keep);
        open.clear();
    }
}
