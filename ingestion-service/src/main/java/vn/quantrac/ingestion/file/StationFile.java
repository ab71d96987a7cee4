package vn.quantrac.ingestion.file;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import org.apache.ftpserver.ftplet.FtpFile;

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
        return files.size(path) != null;
    }

    @Override
    public boolean doesExist() {
        return folder || isFile();
    }

    @Override
    public long getSize() {
        Long size = files.size(path);
        return size == null ? 0 : size;
    }

    @Override
    public OutputStream createOutputStream(long offset) throws IOException {
        if (offset > 0) {
            throw new IOException("Files are sent whole");
        }
        return files.upload(path);
    }

    @Override
    public InputStream createInputStream(long offset) throws IOException {
        throw new IOException("Files are not given back");
    }

    /** The content was understood when it was uploaded; a new name changes nothing of it. */
    @Override
    public boolean move(FtpFile to) {
        files.rename(path, to.getAbsolutePath());
        return true;
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
        return 0;
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
