package vn.quantrac.ingestion.file;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.apache.ftpserver.ftplet.Authentication;
import org.apache.ftpserver.ftplet.AuthenticationFailedException;
import org.apache.ftpserver.ftplet.FtpException;
import org.apache.ftpserver.ftplet.User;
import org.apache.ftpserver.ftplet.UserManager;
import org.apache.ftpserver.usermanager.UsernamePasswordAuthentication;
import org.apache.ftpserver.usermanager.impl.BaseUser;
import org.apache.ftpserver.usermanager.impl.ConcurrentLoginPermission;
import org.apache.ftpserver.usermanager.impl.WritePermission;
import vn.quantrac.ingestion.registry.StationSignIn;

/** Stations as the users of the FTP server; the registry makes and ends them. */
@ApplicationScoped
class StationUsers implements UserManager {
    private static final int SESSIONS_OF_A_STATION = 10;
    private static final int IDLE_SECONDS = 300;

    private final StationSignIn signIn;

    StationUsers(StationSignIn signIn) {
        this.signIn = signIn;
    }

    @Override
    public User authenticate(Authentication authentication) throws AuthenticationFailedException {
        if (authentication instanceof UsernamePasswordAuthentication sent && sent.getPassword() != null) {
            return signIn.station(sent.getUsername(), sent.getPassword())
                    .map(StationUsers::user)
                    .orElseThrow(() -> new AuthenticationFailedException("Not a station and its secret"));
        }
        throw new AuthenticationFailedException("A station and its secret are needed");
    }

    private static User user(String station) {
        BaseUser user = new BaseUser();
        user.setName(station);
        user.setHomeDirectory("/");
        user.setMaxIdleTime(IDLE_SECONDS);
        user.setAuthorities(List.of(
                new WritePermission(), new ConcurrentLoginPermission(SESSIONS_OF_A_STATION, SESSIONS_OF_A_STATION)));
        return user;
    }

    /** Nothing is known of a user before the password. */
    @Override
    public User getUserByName(String name) {
        return null;
    }

    @Override
    public String[] getAllUserNames() {
        return new String[0];
    }

    @Override
    public boolean doesExist(String name) {
        return false;
    }

    @Override
    public void save(User user) throws FtpException {
        throw new FtpException("Stations are kept in the registry");
    }

    @Override
    public void delete(String name) throws FtpException {
        throw new FtpException("Stations are kept in the registry");
    }

    @Override
    public String getAdminName() {
        return "";
    }

    @Override
    public boolean isAdmin(String name) {
        return false;
    }
}
