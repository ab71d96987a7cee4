package vn.quantrac.publication;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.ColorScheme;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URL;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.quantrac.feeds.FeedServer;

/** The portal in a real browser. Without one the tests are skipped, but never where CI is set. */
@QuarkusTest
class PortalIT {
    private static TestBrowser chromium;

    FeedServer feeds;

    @TestHTTPResource("/")
    URL portal;

    @Inject
    Jdbi jdbi;

    private final List<String> complaints = new CopyOnWriteArrayList<>();
    private final List<String> foreign = new CopyOnWriteArrayList<>();
    private BrowserContext context;
    private Page page;

    @BeforeAll
    static void browser() {
        Optional<TestBrowser> found = TestBrowser.find();
        if (System.getenv("CI") != null) {
            assertThat(found).as("Chromium, which CI must install").isPresent();
        }
        assumeTrue(found.isPresent(), "No Chromium is installed: the portal is not tested in a browser");
        chromium = found.get();
    }

    @BeforeEach
    void open() {
        SampleFeeds.said(feeds);
        Published.await(jdbi, feeds);
        context = chromium.browser()
                .newContext(new Browser.NewContextOptions()
                        .setViewportSize(1440, 900)
                        .setLocale("vi-VN")
                        .setColorScheme(ColorScheme.LIGHT));
        page = context.newPage();
        page.onConsoleMessage(message -> {
            if (List.of("error", "warning").contains(message.type())) {
                complaints.add(message.text());
            }
        });
        page.onPageError(complaints::add);
        page.onRequest(request -> {
            if (!request.url().startsWith(portal.toString()) && !request.url().startsWith("data:")) {
                foreign.add(request.url());
            }
        });
        page.navigate(portal.toString());
    }

    @AfterEach
    void nothing_went_wrong_and_nobody_else_was_asked() {
        if (context != null) {
            context.close();
        }
        assertThat(complaints).isEmpty();
        assertThat(foreign).isEmpty();
    }

    @AfterAll
    static void close() {
        if (chromium != null) {
            chromium.close();
        }
    }

    @Test
    void the_list_shows_every_station_with_state_and_since_when_the_worst_first() {
        Locator stations = page.locator("#list a");
        assertThat(stations).hasCount(7);
        assertThat(stations.first()).containsText("Nước thải nhà máy giấy");
        assertThat(stations.first()).containsText("Vượt quy chuẩn");
        assertThat(stations.first()).containsText(Pattern.compile("từ \\d\\d:\\d\\d.*trước"));
        assertThat(page.locator("#list svg.symbol")).hasCount(7);
        assertThat(page.locator("#map .pin")).hasCount(7);
        assertThat(page.locator("#summary")).containsText("Mất kết nối");
        assertThat(page.locator("html")).hasAttribute("lang", "vi");
    }

    @Test
    void the_language_can_be_changed_and_is_remembered() {
        page.getByText("English", new Page.GetByTextOptions().setExact(true)).click();
        assertThat(page.locator("html")).hasAttribute("lang", "en");
        assertThat(page.locator("#list a").first()).containsText("Above the limit");
        assertThat(page.locator("#list a").first()).containsText("since");
        page.navigate(portal.toString());
        assertThat(page.locator("#stations-title")).hasText("Monitoring stations");
    }

    @Test
    void a_station_shows_its_values_and_a_chart_with_the_limit() {
        page.locator("#list a", new Page.LocatorOptions().setHasText("nhà máy giấy"))
                .click();
        assertThat(page).hasURL(Pattern.compile("#/station/HG_GIAY_NUO001$"));
        assertThat(page.locator("#panel-title")).isFocused();
        assertThat(page.locator("#panel .values tbody tr")).hasCount(7);
        assertThat(page.locator("#panel .values tbody tr").first()).containsText("≤ 81 TB 1 giờ");
        assertThat(page.locator("#chart canvas")).isVisible();
        assertThat(page.locator("#chart")).hasAttribute("aria-label", Pattern.compile("COD.*Giới hạn ≤ 81 mg/L"));
        assertThat(inkOnChart()).as("drawn pixels").isGreaterThan(1_000);
        page.locator("#panel button", new Page.LocatorOptions().setHasText("7 ngày"))
                .click();
        assertThat(page.locator("#panel button[aria-pressed=true]", new Page.LocatorOptions().setHasText("7 ngày")))
                .isVisible();
        page.locator("#panel select").selectOption("NH4");
        assertThat(page.locator("#chart")).hasAttribute("aria-label", Pattern.compile("Amoni"));
    }

    @Test
    void only_what_an_open_exceedance_names_is_marked() {
        page.route("**/open/v1/stations", route -> {
            String answer = route.fetch().text();
            // COD is below its limit at this moment but its mean is above; TSS is the other way round.
            route.fulfill(new Route.FulfillOptions()
                    .setContentType("application/geo+json")
                    .setBody(answer.replaceAll("(\"parameter\":\"COD\",\"nameVi\":[^{]*?\"value\":)[\\d.]+", "$110.0")
                            .replaceAll("(\"parameter\":\"TSS\",\"nameVi\":[^{]*?\"value\":)[\\d.]+", "$19999")));
        });
        page.navigate(portal + "?lang=en#/station/HG_GIAY_NUO001");
        assertThat(row("COD")).hasCount(1);
        assertThat(row("COD").locator(".over")).containsText("10.0");
        assertThat(row("COD")).containsText("≤ 81 1-h mean");
        assertThat(row("TSS")).containsText("9,999");
        assertThat(page.locator("#panel .values .over")).hasCount(1);
    }

    @Test
    void small_values_keep_their_digits() {
        assertThat(page.evaluate("""
                async () => {
                    const { number } = await import('/portal/format.js');
                    return [0.004, 0.0046, 0.41, 0, -0.002, 1.004, 81.25, 1500].map(number).join(' ');
                }""")).isEqualTo("0,0040 0,0046 0,41 0,00 -0,0020 1,00 81,3 1.500");
    }

    private Locator row(String parameter) {
        return page.locator("#panel .values tr:has([data-parameter='" + parameter + "'])");
    }

    @Test
    void the_keyboard_reaches_a_station_and_comes_back() {
        assertThat(page.locator("#list a")).hasCount(7);
        page.keyboard().press("Tab");
        page.keyboard().press("Enter");
        page.keyboard().press("Tab");
        while (!(boolean) page.evaluate("document.activeElement.matches('#list a')")) {
            page.keyboard().press("Tab");
        }
        page.keyboard().press("Enter");
        assertThat(page.locator("#panel-title")).isFocused();
        page.keyboard().press("Escape");
        assertThat(page.locator("#panel")).isHidden();
        assertThat(page.locator("#list a").first()).isFocused();
    }

    @Test
    void searching_needs_no_diacritics_and_kinds_can_be_chosen() {
        assertThat(page.locator("#list a")).hasCount(7);
        page.locator("#search").fill("song hau");
        assertThat(page.locator("#list a")).hasCount(1);
        page.locator("#search").fill("");
        page.locator("#media button", new Page.LocatorOptions().setHasText("Không khí"))
                .click();
        assertThat(page.locator("#list a")).hasCount(2);
    }

    @Test
    void an_address_of_a_station_can_be_opened_and_an_unknown_one_is_said_to_be() {
        page.navigate(portal + "#/station/HG_NGAB_KHI001");
        assertThat(page.locator(".index-value")).hasText("64");
        page.navigate(portal + "#/station/XX");
        assertThat(page.locator("#panel-title")).hasText("Không có trạm XX.");
    }

    @Test
    void a_telephone_shows_the_station_alone_without_scrolling_sideways() {
        page.setViewportSize(390, 800);
        page.locator("#list a").first().click();
        assertThat(page.locator("#chart canvas")).isVisible();
        assertThat((int) page.evaluate("document.documentElement.scrollWidth")).isLessThanOrEqualTo(390);
    }

    private int inkOnChart() {
        return (int) page.evaluate("""
                () => {
                    const canvas = document.querySelector('#chart canvas');
                    const pixels = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height).data;
                    return pixels.filter((byte, at) => at % 4 === 3 && byte > 0).length;
                }""");
    }
}
