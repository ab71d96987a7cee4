package vn.quantrac.ingestion.file;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import org.apache.ftpserver.ftplet.FtpFile;
import vn.quantrac.ingestion.file.UploadRefusedException.Why;

/** A path in a logger's place. */
final class StationFile implements FtpFile {
    private final StationFiles files;
    private final String path;
    private final boolean folder;

    private StationFile(StationFiles files, String path, boolean folder) {
        this.files = files;
        this.path = path;
        this.folder = folder;
    }

    static StationFile folder(StationFiles files, String path) {
        return new StationFile(files, path, true);
    }

    static StationFile file(StationFiles files, String path) {
        return new StationFile(files, path, false);
    }

    @Override
    public String getAbsolutePath() {
        return path;
    }

    @Override
    public String getName() {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    @Override
    public boolean isDirectory() {
        return folder;
    }

    @Override
    public boolean isFile() {
        return !folder && files.place().find(path).isPresent();
    }

    @Override
    public boolean doesExist() {
        return folder || isFile();
    }

    @Override
    public long getSize() {
        return files.place().find(path).map(StoredFile::size).orElse(0L);
    }

    /**
     * What STOR and APPE write to, from a position on.
     *
     * @throws UploadRefusedException when it has another name than files may have, or bytes before it are missing
     */
    Upload receive(long position) throws UploadRefusedException {
        if (folder) {
            throw new UploadRefusedException(Why.BAD_NAME, "That is a folder");
        }
        if (position > 0 && position > getSize()) {
            throw new UploadRefusedException(Why.GAP, "The file has " + getSize() + " bytes here");
        }
        return position == 0 ? files.place().whole(path) : files.place().continued(path);
    }

    @Override
    public OutputStream createOutputStream(long offset) throws IOException {
        throw new IOException("Files are put by STOR and APPE only");
    }

    @Override
    public InputStream createInputStream(long offset) throws IOException {
        throw new IOException("Files are not given back");
    }

    /** The content was understood when it was uploaded; a new name changes nothing of it. */
    @Override
    public boolean move(FtpFile to) {
        return files.place().rename(path, to.getAbsolutePath());
    }

    @Override
    public List<? extends FtpFile> listFiles() {
        return files.list(path);
    }

    @Override
    public boolean mkdir() {
        return true;
    }

    @Override
    public boolean delete() {
        return false;
    }

    @Override
    public boolean isWritable() {
        return true;
    }

    @Override
    public boolean isReadable() {
        return folder;
    }

    @Override
    public boolean isRemovable() {
        return false;
    }

    @Override
    public boolean isHidden() {
        return false;
    }

    @Override
    public String getOwnerName() {
        return "station";
    }

    @Override
    public String getGroupName() {
        return "station";
    }

    @Override
    public int getLinkCount() {
        return 1;
    }

    @Override
    public long getLastModified() {
        return files.place()
                .find(path)
                .map(file -> file.storedAt().toEpochMilli())
                .orElse(0L);
    }

    @Override
    public boolean setLastModified(long time) {
        return true;
    }

    @Override
    public Object getPhysicalFile() {
        return path;
    }
}
