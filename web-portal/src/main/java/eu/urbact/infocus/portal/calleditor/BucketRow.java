package eu.urbact.infocus.portal.calleditor;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import jakarta.ws.rs.core.MultivaluedMap;

import eu.urbact.infocus.portal.shell.FormErrors;
import eu.urbact.infocus.portal.shell.Meanwhile;
import eu.urbact.infocus.portal.shell.services.CallPlan;
import eu.urbact.infocus.portal.shell.services.City;
import eu.urbact.infocus.portal.shell.services.Seats;
import eu.urbact.infocus.portal.shell.text.Times;

import static eu.urbact.infocus.portal.shell.Sent.text;

/**
 * Some of the room's seats, as they were entered.
 *
 * @param at begin of the ids of its fields
 * @param held what people have of them, or empty
 */
public record BucketRow(String at, String code, String label, String limit, String handBackOn, String held) {

    /** Begin of the ids of the fields of all rows. */
    static final String PREFIX = "bucket-";

    /** What a new row begins with. */
    static final BucketRow BLANK = new BucketRow("", "", "", "", "");

    BucketRow(String code, String label, String limit, String handBackOn, String held) {
        this("", code, label, limit, handBackOn, held);
    }

    static BucketRow of(Seats.Bucket bucket) {
        return new BucketRow(
                bucket.code(),
                Objects.requireNonNullElse(bucket.label(), ""),
                String.valueOf(bucket.limit()),
                bucket.handBackOn() == null ? "" : bucket.handBackOn().toString(),
                bucket.held() == 0 ? "" : String.valueOf(bucket.held()));
    }

    static BucketRow of(MultivaluedMap<String, String> sent, String at) {
        return new BucketRow(
                text(sent, at + "code"),
                text(sent, at + "label"),
                text(sent, at + "limit"),
                text(sent, at + "handBackOn"),
                text(sent, at + "held"));
    }

    /** For whom these seats are, in words. */
    public String words(List<City> cities) {
        if (code.equals("OPEN")) {
            return "Everybody";
        }
        if (code.equals("CONTRIBUTORS")) {
            return "Contributors";
        }
        return cities.stream()
                .filter(city -> code.equals("CITY:" + city.id()))
                .map(City::name)
                .findFirst()
                .orElse(code);
    }

    /** How the form calls it. */
    public String title() {
        return label.isBlank() ? "Group of seats " + CallForm.number(at) : "Seats of " + label.strip();
    }

    /** The same seats in another call, of which nobody has any. */
    BucketRow inAnotherCall() {
        return new BucketRow(code, label, limit, handBackOn, "");
    }

    BucketRow at(int row) {
        return new BucketRow(PREFIX + row + "-", code, label, limit, handBackOn, held);
    }

    /** Name and id of one of its fields. */
    public String name(String field) {
        return at + field;
    }

    /** Where the same seats as they are saved now differ. */
    void meanwhile(BucketRow saved, Meanwhile meanwhile) {
        meanwhile
                .text(name("label"), title() + " – Name", label, saved.label)
                .text(name("limit"), title() + " – Seats", limit, saved.limit)
                .choice(
                        name("handBackOn"),
                        title() + " – " + CallRefusal.label("handBackOn"),
                        handBackOn,
                        saved.handBackOn,
                        saved.handBackOn.isEmpty() ? "" : Times.written(LocalDate.parse(saved.handBackOn)));
    }

    void check(List<FormErrors.Entry> errors) {
        if (code.isBlank()) {
            errors.add(new FormErrors.Entry(name("code"), "Choose whom these seats are for, or remove the row."));
        }
        if (!CallForm.isNumber(limit)) {
            errors.add(new FormErrors.Entry(name("limit"), "Enter how many seats these are."));
        }
    }

    /** The same as a part of the request; only after {@link #check} has found nothing. */
    CallPlan.Bucket plan() {
        return new CallPlan.Bucket(
                code,
                label.isBlank() ? code : label,
                Integer.valueOf(limit.strip()),
                handBackOn.isBlank() ? null : handBackOn);
    }
}
