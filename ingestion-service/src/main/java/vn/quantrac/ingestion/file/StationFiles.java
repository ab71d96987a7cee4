package vn.quantrac.ingestion.file;

import java.util.List;
import org.apache.ftpserver.ftplet.FileSystemView;
import org.apache.ftpserver.ftplet.FtpFile;

/** A logger's place as FTP sees it: every folder exists, and a file may have any name. */
final class StationFiles implements FileSystemView {
    private final StationPlace place;
    private String directory = "/";

    StationFiles(StationPlace place) {
        this.place = place;
    }

    StationPlace place() {
        return place;
    }

    @Override
    public FtpFile getHomeDirectory() {
        return StationFile.folder(this, "/");
    }

    @Override
    public FtpFile getWorkingDirectory() {
        return StationFile.folder(this, directory);
    }

    @Override
    public boolean changeWorkingDirectory(String path) {
        directory = FileName.resolve(directory, path);
        return true;
    }

    /** A file that was uploaded, else a file or folder that may become one. */
    @Override
    public FtpFile getFile(String path) {
        String resolved = FileName.resolve(directory, path);
        return resolved.equals(directory) || resolved.equals("/")
                ? StationFile.folder(this, resolved)
                : StationFile.file(this, resolved);
    }

    List<StationFile> list(String folder) {
        return place.list(folder).stream()
                .map(path -> StationFile.file(this, path))
                .toList();
    }

    @Override
    public boolean isRandomAccessible() {
        return true;
    }

    @Override
    public void dispose() {
        // The place ends with its session.
    }
}
