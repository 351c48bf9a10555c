package eu.urbact.infocus.portal.shell.errors;

import java.util.stream.Stream;

import org.jboss.resteasy.reactive.common.core.AbstractResteasyReactiveContext;
import org.jboss.resteasy.reactive.server.core.multipart.FormEncodedDataDefinition;
import org.jboss.resteasy.reactive.server.handlers.FormBodyHandler;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Which failures are the browser's and which are ours. */
class ErrorPagesTest {

    private static final String PARSER = FormEncodedDataDefinition.class.getName() + "$FormEncodedDataParser";
    private static final String REQUEST = AbstractResteasyReactiveContext.class.getName();

    @Test
    void aFormThatCannotBeReadIsTheBrowsers() {
        Exception unreadable = thrownIn("java.net.URLDecoder", PARSER, FormBodyHandler.class.getName(), REQUEST);

        assertThat(ErrorPages.isUnreadableForm(unreadable)).isTrue();
        assertThat(ErrorPages.isUnreadableForm(new IllegalStateException(unreadable)))
                .isTrue();
    }

    @Test
    void whatFailsAfterTheFormHasBeenReadIsOurs() {
        Exception afterwards = thrownIn("eu.urbact.infocus.portal.Page", REQUEST, "io.vertx.Context", PARSER, REQUEST);

        assertThat(ErrorPages.isUnreadableForm(afterwards)).isFalse();
        assertThat(ErrorPages.isUnreadableForm(new IllegalStateException(afterwards)))
                .isFalse();
        assertThat(ErrorPages.isUnreadableForm(thrownIn("eu.urbact.infocus.portal.Page", REQUEST)))
                .isFalse();
    }

    private static Exception thrownIn(String... classes) {
        Exception thrown = new IllegalStateException();
        thrown.setStackTrace(Stream.of(classes)
                .map(name -> new StackTraceElement(name, "run", null, 1))
                .toArray(StackTraceElement[]::new));
        return thrown;
    }
}
