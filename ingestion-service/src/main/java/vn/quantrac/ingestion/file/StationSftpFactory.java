package vn.quantrac.ingestion.file;

import org.apache.sshd.server.channel.ChannelSession;
import org.apache.sshd.server.command.Command;
import org.apache.sshd.sftp.server.SftpSubsystemFactory;
import vn.quantrac.ingestion.telegram.Door;

/** Gives each SFTP channel its station's place. */
final class StationSftpFactory extends SftpSubsystemFactory {
    private final Places places;

    StationSftpFactory(Places places) {
        this.places = places;
    }

    @Override
    public Command createSubsystem(ChannelSession channel) {
        String station = channel.getServerSession().getAttribute(SftpDoor.STATION);
        return new StationSftp(channel, this, places.open(station, Door.SFTP));
    }
}
