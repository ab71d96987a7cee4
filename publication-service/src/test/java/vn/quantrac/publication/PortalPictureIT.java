package vn.quantrac.publication;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URL;
import java.nio.file.Path;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import vn.quantrac.feeds.FeedServer;

/** Takes the pictures of the documentation: {@code verify -Dtest=PortalPictureIT -Dportal.pictures=<folder>}. */
@QuarkusTest
@EnabledIfSystemProperty(named = "portal.pictures", matches = ".+", disabledReason = "only when pictures are asked for")
class PortalPictureIT {
    FeedServer feeds;

    @TestHTTPResource("/")
    URL portal;

    @Inject
    Jdbi jdbi;

    @Test
    void pictures_are_taken() {
        SampleFeeds.said(feeds);
        Published.await(jdbi, feeds);
        try (TestBrowser chromium = TestBrowser.find().orElseThrow()) {
            take(chromium, "portal", "?lang=vi#/station/HG_GIAY_NUO001", 1440, 1000, ColorScheme.LIGHT);
            take(chromium, "portal-overview", "?lang=vi", 1440, 1000, ColorScheme.LIGHT);
            take(chromium, "portal-dark", "?lang=en#/station/HG_NGAB_KHI001", 1440, 1000, ColorScheme.DARK);
            take(chromium, "portal-calibration", "?lang=en#/station/HG_THUS_NUO001", 1440, 1000, ColorScheme.LIGHT);
            take(chromium, "portal-phone", "?lang=vi", 390, 844, ColorScheme.LIGHT);
            take(chromium, "portal-phone-station", "?lang=vi#/station/HG_DUON_KHI001", 390, 1100, ColorScheme.DARK);
        }
    }

    private void take(TestBrowser chromium, String name, String address, int width, int height, ColorScheme colours) {
        try (BrowserContext context = chromium.browser()
                .newContext(new Browser.NewContextOptions()
                        .setViewportSize(width, height)
                        .setLocale("vi-VN")
                        .setColorScheme(colours))) {
            Page page = context.newPage();
            page.navigate(portal + address);
            assertThat(page.locator("#map .pin")).hasCount(7);
            if (address.contains("#")) {
                assertThat(page.locator("#chart canvas")).isVisible();
            }
            page.waitForTimeout(400);
            page.screenshot(new Page.ScreenshotOptions()
                    .setPath(Path.of(System.getProperty("portal.pictures"), name + ".png")));
        }
    }
}
