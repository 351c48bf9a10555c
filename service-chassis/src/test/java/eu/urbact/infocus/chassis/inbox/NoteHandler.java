package eu.urbact.infocus.chassis.inbox;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import jakarta.enterprise.context.ApplicationScoped;

import eu.urbact.infocus.chassis.Notes;

/** Writes a note; refuses the text "bad" while told so, and finds its dependency down for "outage" while told so. */
@ApplicationScoped
class NoteHandler implements EventHandler {

    static final String TYPE = "eu.urbact.infocus.neighbour.noted.v1";

    final AtomicBoolean refusesBad = new AtomicBoolean(true);
    final AtomicBoolean outage = new AtomicBoolean(true);
    private final Notes notes;

    NoteHandler(Notes notes) {
        this.notes = notes;
    }

    AtomicBoolean refusesBad() {
        return refusesBad;
    }

    AtomicBoolean outage() {
        return outage;
    }

    @Override
    public Set<String> types() {
        return Set.of(TYPE);
    }

    @Override
    public void handle(IncomingEvent event) {
        String text = event.data().path("text").asText();
        notes.add(event.key(), event.version(), text);
        if (text.equals("bad") && refusesBad.get()) {
            throw new IllegalArgumentException("bad");
        }
        if (text.equals("outage") && outage.get()) {
            throw new UncheckedIOException(new IOException("the dependency is down"));
        }
    }
}
