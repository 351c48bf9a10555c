package eu.urbact.infocus.deploy.acceptance;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.AxeResults;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The portal in a real browser: one visitor with a window of a certain width. Whatever a page asks from another origin, and whatever the
 * browser complains about, fails the test at the end.
 */
final class Site implements AutoCloseable {

    /** The narrowest that a page has to bear: a small phone, or a desk at 400 percent (WCAG 2.2, 1.4.10). */
    static final int NARROW = 320;

    /** A desk. */
    static final int WIDE = 1280;

    private static final String PORTAL = Platform.get().url("portal");
    private static final String KEYCLOAK = Platform.get().url("keycloak");
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final List<String> BROWSERS =
            List.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome");
    private static final List<Path> MAC_BROWSERS = List.of(
            Path.of("/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"),
            Path.of("/Applications/Chromium.app/Contents/MacOS/Chromium"));

    /** One per thread: Playwright is not made for several at once. */
    private static final ThreadLocal<Browser> BROWSER = ThreadLocal.withInitial(() -> Playwright.create(
                    new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")))
            .chromium()
            .launch(options()));

    static {
        // a page may be slow while services start or tests run beside each other; what never comes fails all the same
        PlaywrightAssertions.setDefaultAssertionTimeout((double) PATIENCE.toMillis());
    }

    private final BrowserContext context;
    private final boolean scripts;
    private final Page page;
    private final List<String> complaints = Collections.synchronizedList(new ArrayList<>());

    private Site(BrowserContext context, boolean scripts) {
        this.context = context;
        this.scripts = scripts;
        this.page = context.newPage();
        page.onRequest(request -> {
            if (!request.url().startsWith(PORTAL) && !request.url().startsWith(KEYCLOAK)) {
                complaints.add("asked " + request.url());
            }
        });
        page.onConsoleMessage(message -> {
            boolean ours = page.url().startsWith(PORTAL);
            // the browser reports every answer from 400 on as an "error"
            if (ours
                    && message.type().equals("error")
                    && !message.text().contains("the server responded with a status")) {
                complaints.add("said " + message.text());
            }
        });
    }

    /** A visitor. */
    static Site open(int width) {
        return new Site(BROWSER.get().newContext(window(width)), true);
    }

    /** A visitor whose browser runs no scripts. */
    static Site openWithoutScripts(int width) {
        return new Site(BROWSER.get().newContext(window(width).setJavaScriptEnabled(false)), false);
    }

    /** A visitor who prefers dark colours. */
    static Site openInTheDark(int width) {
        return new Site(BROWSER.get().newContext(window(width).setColorScheme(ColorScheme.DARK)), true);
    }

    private static Browser.NewContextOptions window(int width) {
        return new Browser.NewContextOptions()
                .setViewportSize(width, 800)
                .setLocale("en-GB")
                // a page that still scrolls is no target for a click
                .setReducedMotion(ReducedMotion.REDUCE);
    }

    private static BrowserType.LaunchOptions options() {
        List<String> arguments = new ArrayList<>(List.of(
                "--no-first-run", "--disable-background-networking", "--disable-sync", "--disable-component-update"));
        if ("root".equals(System.getProperty("user.name"))) {
            arguments.add("--no-sandbox");
        }
        return new BrowserType.LaunchOptions()
                .setExecutablePath(executable())
                .setArgs(arguments)
                // another one may be starting beside it
                .setTimeout((double) Duration.ofMinutes(2).toMillis());
    }

    private static Path executable() {
        Stream<Path> onPath = Stream.of(
                        Optional.ofNullable(System.getenv("PATH")).orElse("").split(":"))
                .flatMap(directory -> BROWSERS.stream().map(name -> Path.of(directory, name)));
        return Stream.concat(onPath, MAC_BROWSERS.stream())
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("No Chromium or Chrome found; deploy/check installs one"));
    }

    /** The page in the window. */
    Page page() {
        return page;
    }

    /** Goes to a page of the portal; returns its status. */
    int go(String path) {
        return page.navigate(path.startsWith("http") ? path : PORTAL + path).status();
    }

    /** Signs in at Keycloak by its form, as a person of the demo whose password is the name. */
    Site signIn(String person) {
        go("/signin");
        synchronized (Tokens.ONE_AT_A_TIME) {
            Eventually.so("sign-in of " + person, () -> signedInAs(person));
        }
        assertThat(page.locator("form[action='/signout'], a[href='/signout']").count())
                .as("signed in as " + person + ", at " + page.url().replaceFirst("\\?.*", ""))
                .isPositive();
        return this;
    }

    /** Sends Keycloak's form; it shows it again while it is still busy with another sign-in of the same person. */
    private boolean signedInAs(String person) {
        page.fill("#username", person);
        page.fill("#password", person);
        page.click("#kc-login");
        page.waitForURL(url -> url.startsWith(PORTAL) || url.contains("/login-actions/authenticate"));
        return page.url().startsWith(PORTAL);
    }

    /** What a reader sees in the main part of the page. */
    String text() {
        awaitAllOfIt();
        return page.locator("main").innerText();
    }

    /** Everything that is in the page's source. */
    String source() {
        awaitAllOfIt();
        return page.content();
    }

    /** A press of a button waits until the next page begins to come; it is read when it is there, with its style and its pictures. */
    private void awaitAllOfIt() {
        page.waitForLoadState();
    }

    /**
     * Checks the page by axe: every rule of WCAG 2.2 A and AA and the good practices, in this window. axe is a script itself, so it cannot look
     * at a window without scripts.
     */
    void assertAccessible() {
        if (!scripts) {
            return;
        }
        awaitAllOfIt();
        AxeResults results = new AxeBuilder(page)
                // "legacy" leaves out frames of other origins; our pages have none, and it needs no second window
                .setLegacyMode(true)
                .withTags(List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"))
                .analyze();
        assertThat(results.getViolations().stream().map(Site::describe).collect(Collectors.toList()))
                .as("axe on " + page.url())
                .isEmpty();
    }

    private static String describe(Rule rule) {
        return rule.getId() + " (" + rule.getHelp() + ") at "
                + rule.getNodes().stream()
                        .map(node -> node.getTarget() + " " + node.getHtml())
                        .collect(Collectors.joining("; "));
    }

    /**
     * No two links of one name lead to different addresses: whoever hears one link after the other has nothing but its words. What leads to a
     * person is left out: two of them may have one name.
     */
    void assertLinksSayWhereTheyLead() {
        awaitAllOfIt();
        assertThat(page.evaluate("""
                        () => {
                          const addresses = {};
                          for (const link of document.querySelectorAll('a[href]:not([href*="/applications/"], [href*="/people/"])')) {
                            const words = link.cloneNode(true);
                            words.querySelectorAll('[aria-hidden=true]').forEach(hidden => hidden.remove());
                            const name = (link.getAttribute('aria-label') || words.textContent).replace(/\\s+/g, ' ').trim();
                            (addresses[name] = addresses[name] || new Set()).add(link.getAttribute('href'));
                          }
                          return Object.entries(addresses).filter(([, leadTo]) => leadTo.size > 1)
                            .map(([name, leadTo]) => name + ': ' + [...leadTo].slice(0, 3).join(' '));
                        }"""))
                .as("links of one name that lead to different addresses, on " + page.url())
                .isEqualTo(List.of());
    }

    /** Nothing has to be scrolled sideways, and the emblem of the European Union is in view before anything is scrolled. */
    void assertFitsAndShowsTheFunding() {
        awaitAllOfIt();
        page.evaluate("window.scrollTo(0, 0)");
        assertThat(((Number) page.evaluate("document.documentElement.scrollWidth")).intValue())
                .as("width of " + page.url())
                .isLessThanOrEqualTo(page.viewportSize().width);
        var strip = page.locator(".funding").boundingBox();
        assertThat(strip.y).isGreaterThanOrEqualTo(0);
        assertThat(strip.y + strip.height).isLessThan(120);
        assertThat(page.locator(".funding").innerText())
                .contains("Co-funded by the European Union")
                .contains("European Regional Development Fund (URBACT III)");
        assertThat(page.locator(".funding img").evaluate("image => image.complete && image.naturalWidth > 0"))
                .isEqualTo(true);
    }

    @Override
    public void close() {
        context.close();
        assertThat(complaints)
                .as("requests to others and complaints of the browser")
                .isEmpty();
    }
}
