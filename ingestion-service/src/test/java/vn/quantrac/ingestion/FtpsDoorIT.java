package vn.quantrac.ingestion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static vn.quantrac.ingestion.RegistryFixture.PAPER_MILL;
import static vn.quantrac.ingestion.RegistryFixture.secretOf;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.net.ftp.FTP;
import org.apache.commons.net.ftp.FTPSClient;
import org.apache.commons.net.util.TrustManagerUtils;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.quantrac.ingestion.file.FtpDoor;
import vn.quantrac.ingestion.file.SftpDoor;

/** FTP within TLS, and the same clients that people use by hand. */
@QuarkusTest
@RealParts
@QuarkusTestResource(value = FtpTlsTestResource.class, restrictToAnnotatedClass = true)
class FtpsDoorIT {
    @Inject
    FtpDoor door;

    @Inject
    SftpDoor sftp;

    @Inject
    Intaken intaken;

    @TempDir
    Path folder;

    private final Instant time = SampleTimes.next();
    private final String name = Tt10.fileName(PAPER_MILL, time);
    private final String whole = Tt10.text(time, "COD→58.7→mg/L", "TSS→31.2→mg/L");

    @BeforeEach
    void registryIsKnown() throws Exception {
        Ftp.ready(door.port(), PAPER_MILL);
    }

    @Test
    void a_file_comes_by_explicit_tls() throws Exception {
        comes(new FTPSClient("TLS", false), door.port());
    }

    @Test
    void a_file_comes_by_implicit_tls() throws Exception {
        comes(new FTPSClient("TLS", true), door.implicitPort());
    }

    private void comes(FTPSClient logger, int port) throws Exception {
        logger.setTrustManager(TrustManagerUtils.getAcceptAllTrustManager());
        logger.setDefaultTimeout(20_000);
        logger.connect("localhost", port);
        logger.execPBSZ(0);
        logger.execPROT("P");
        logger.enterLocalPassiveMode();
        assertThat(logger.login(PAPER_MILL, secretOf(PAPER_MILL))).isTrue();
        logger.setFileType(FTP.BINARY_FILE_TYPE);
        assertThat(logger.storeFile(name, Ftp.bytes(whole))).isTrue();
        assertThat(logger.getReplyCode()).isEqualTo(226);
        assertThat(logger.appendFile(name, Ftp.bytes(Tt10.text(time, "NH4→1→mg/L"))))
                .isTrue();
        assertThat(logger.listNames()).contains(name);
        logger.disconnect();
        assertThat(intaken.content("/" + name)).isEqualTo(whole);
        assertThat(intaken.revisions(PAPER_MILL, "NH4", time)).containsExactly("1 00");
    }

    @Test
    void curl_puts_and_resumes_by_ftps_and_sftp() throws Exception {
        assumeTrue(isThere("curl"), "curl is not installed");
        for (String url : List.of(
                "ftp://localhost:" + door.port(),
                "ftps://localhost:" + door.implicitPort(),
                "sftp://localhost:" + sftp.port())) {
            Instant at = SampleTimes.next();
            Path file = folder.resolve(Tt10.fileName(PAPER_MILL, at));
            String text = Tt10.text(at, "COD→58.7→mg/L", "TSS→31.2→mg/L");
            Files.writeString(file, text.substring(0, 50));
            curl(url, file, "--ftp-create-dirs");
            Files.writeString(file, text);
            curl(url, file, "-C", "-");
            assertThat(intaken.revisions(PAPER_MILL, "COD", at)).as(url).containsExactly("58.7 00");
            assertThat(intaken.revisions(PAPER_MILL, "TSS", at)).as(url).containsExactly("31.2 00");
        }
    }

    private static void curl(String url, Path file, String... options) throws Exception {
        List<String> command = Stream.of(
                        Stream.of("curl", "-sS", "--insecure", "--max-time", "30"),
                        url.startsWith("ftp:") ? Stream.of("--ssl-reqd") : Stream.<String>empty(),
                        Arrays.stream(options),
                        Stream.of("-u", PAPER_MILL + ":" + secretOf(PAPER_MILL), "-T", file.toString()),
                        Stream.of(url + "/2026/11/24/" + file.getFileName()))
                .flatMap(part -> part)
                .toList();
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes());
        assertThat(process.waitFor()).as("%s: %s", command, output).isZero();
    }

    private static boolean isThere(String program) {
        return Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
                .anyMatch(path -> Files.isExecutable(Path.of(path, program)));
    }
}
