package eu.urbact.infocus.portal.calleditor;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import jakarta.ws.rs.core.MultivaluedMap;

import eu.urbact.infocus.portal.shell.EnteredTimes;
import eu.urbact.infocus.portal.shell.FormErrors;
import eu.urbact.infocus.portal.shell.Meanwhile;
import eu.urbact.infocus.portal.shell.services.Call;
import eu.urbact.infocus.portal.shell.services.CallPlan;
import eu.urbact.infocus.portal.shell.services.City;
import eu.urbact.infocus.portal.shell.services.Problem;
import eu.urbact.infocus.portal.shell.services.Seats;
import eu.urbact.infocus.portal.shell.text.Times;

import static eu.urbact.infocus.portal.shell.Sent.text;

/**
 * A call as it was entered, letter by letter, so that it can be shown again.
 *
 * @param submission random id of this form; keeps a double click from drafting twice
 * @param call id of the call that the organiser had in front of them, whichever the workshop has by now; empty for a new one
 * @param version version of the call that the organiser had in front of them; empty for a new one
 * @param exactly opening and closing as the call has them, which a local time to the minute may not tell; empty for a new one
 * @param opensAt local time in the zone, as {@code closesAt}
 * @param decidesBy a day, or empty
 * @param offered one to a line, as {@code notOffered}
 */
public record CallForm(
        String submission,
        String call,
        String version,
        Exactly exactly,
        String opensAt,
        String closesAt,
        String zone,
        String decidesBy,
        String capacity,
        String eligibility,
        String offered,
        String notOffered,
        boolean skipModeration,
        List<BucketRow> buckets,
        List<QuestionRow> questions) {

    private static final Pattern ROW_BUTTON = Pattern.compile("(remove-bucket|remove-question|up-question)-(\\d{1,3})");

    private static final int MOST = 10_000;
    private static final String YES = "yes";

    /** Numbers the rows. */
    public CallForm {
        List<BucketRow> allBuckets = buckets;
        buckets = IntStream.range(0, buckets.size())
                .mapToObj(i -> allBuckets.get(i).at(i))
                .toList();
        List<QuestionRow> allQuestions = questions;
        questions = IntStream.range(0, questions.size())
                .mapToObj(i -> allQuestions.get(i).at(i))
                .toList();
    }

    /**
     * The moments behind the two local times: whoever leaves one as it is does not move it.
     */
    public record Exactly(String opensAt, String closesAt) {

        static final Exactly NOTHING = new Exactly("", "");

        static Exactly of(Call call) {
            return new Exactly(EnteredTimes.exactly(call.opensAt()), EnteredTimes.exactly(call.chosenClosesAt()));
        }
    }

    /** The number of a row, counted from one. */
    static int number(String at) {
        return Integer.parseInt(at.replaceAll("\\D", "")) + 1;
    }

    /** A form for a new call: what every call of the network has is there already. */
    static CallForm blank(String zone, List<City> cities) {
        Stream<BucketRow> ofCities =
                cities.stream().map(city -> new BucketRow("CITY:" + city.id(), city.name(), "3", "", ""));
        return new CallForm(
                UUID.randomUUID().toString(),
                "",
                "",
                Exactly.NOTHING,
                "",
                "",
                zone,
                "",
                "50",
                "",
                "",
                "",
                false,
                Stream.concat(
                                ofCities,
                                Stream.of(
                                        new BucketRow("CONTRIBUTORS", "Contributors", "10", "", ""),
                                        new BucketRow("OPEN", "Open places", "10", "", "")))
                        .toList(),
                List.of());
    }

    /** A call as it is. */
    static CallForm of(Call call, Seats seats) {
        return new CallForm(
                UUID.randomUUID().toString(),
                call.id(),
                String.valueOf(call.version()),
                Exactly.of(call),
                CallTimes.local(call.opensAt(), call.zone()),
                CallTimes.local(call.chosenClosesAt(), call.zone()),
                call.zone(),
                call.decidesBy() == null ? "" : call.decidesBy().toString(),
                String.valueOf(call.capacity()),
                Objects.requireNonNullElse(call.eligibility(), ""),
                String.join("\n", call.offered()),
                String.join("\n", call.notOffered()),
                call.skipModerationForDelegations(),
                seats.buckets().stream().map(BucketRow::of).toList(),
                call.questions().stream().map(QuestionRow::of).toList());
    }

    /** What a browser has sent. */
    static CallForm of(MultivaluedMap<String, String> sent) {
        return new CallForm(
                text(sent, "submission"),
                text(sent, "call"),
                text(sent, "version"),
                new Exactly(text(sent, "opensExactly"), text(sent, "closesExactly")),
                text(sent, "opensAt"),
                text(sent, "closesAt"),
                text(sent, "zone"),
                text(sent, "decidesBy"),
                text(sent, "capacity"),
                text(sent, "eligibility"),
                text(sent, "offered"),
                text(sent, "notOffered"),
                isTicked(sent, "skipModeration"),
                rows(sent, BucketRow.PREFIX).map(at -> BucketRow.of(sent, at)).toList(),
                rows(sent, QuestionRow.PREFIX)
                        .map(at -> QuestionRow.of(sent, at))
                        .toList());
    }

    static boolean isTicked(MultivaluedMap<String, String> sent, String field) {
        return YES.equals(sent.getFirst(field));
    }

    /** The begins of the fields of the rows that are there, in their order; there are never more rows than the service takes. */
    private static Stream<String> rows(MultivaluedMap<String, String> sent, String prefix) {
        return IntStream.range(0, 250).mapToObj(i -> prefix + i + "-").takeWhile(at -> sent.containsKey(at + "label"));
    }

    /** What a button that saves nothing does to the rows; anything else leaves the form as it is. */
    CallForm after(String button) {
        if (button.equals("add-bucket")) {
            return with(added(buckets, BucketRow.BLANK), questions);
        }
        if (button.equals("add-question")) {
            return with(buckets, added(questions, QuestionRow.BLANK));
        }
        Matcher row = ROW_BUTTON.matcher(button);
        if (!row.matches()) {
            return this;
        }
        int number = Integer.parseInt(row.group(2));
        return switch (row.group(1)) {
            case "up-question" -> with(buckets, earlier(questions, number));
            case "remove-bucket" -> with(without(buckets, number), questions);
            default -> with(buckets, without(questions, number));
        };
    }

    /**
     * What whoever has pressed this button goes on with: the first field of the row that is new, that was moved, or that stands now where
     * another one was removed; without one the button below the rows, which adds one.
     */
    String focusAfter(String button) {
        boolean ofBuckets = button.endsWith("bucket") || button.startsWith("remove-bucket");
        List<String> rows = ofBuckets
                ? buckets.stream().map(bucket -> bucket.name("code")).toList()
                : questions.stream().map(question -> question.name("label")).toList();
        Matcher row = ROW_BUTTON.matcher(button);
        int number = rows.size() - 1;
        if (row.matches()) {
            number = Integer.parseInt(row.group(2)) - (row.group(1).equals("up-question") ? 1 : 0);
        }
        return number >= 0 && number < rows.size() ? rows.get(number) : ofBuckets ? "add-bucket" : "add-question";
    }

    /** The same rows, one of them a place earlier. */
    private static <T> List<T> earlier(List<T> rows, int row) {
        List<T> moved = new ArrayList<>(rows);
        if (row > 0 && row < rows.size()) {
            Collections.swap(moved, row - 1, row);
        }
        return moved;
    }

    private static <T> List<T> added(List<T> rows, T row) {
        return Stream.concat(rows.stream(), Stream.of(row)).toList();
    }

    private static <T> List<T> without(List<T> rows, int row) {
        return IntStream.range(0, rows.size())
                .filter(i -> i != row)
                .mapToObj(rows::get)
                .toList();
    }

    private CallForm with(List<BucketRow> otherBuckets, List<QuestionRow> otherQuestions) {
        return new CallForm(
                submission,
                call,
                version,
                exactly,
                opensAt,
                closesAt,
                zone,
                decidesBy,
                capacity,
                eligibility,
                offered,
                notOffered,
                skipModeration,
                otherBuckets,
                otherQuestions);
    }

    /**
     * The same entries about the call as it is now, after somebody else has changed it.
     *
     * @param current null when the workshop has none any more, so that they become a new one
     */
    CallForm on(Call current) {
        boolean same = current != null && current.id().equals(call);
        return new CallForm(
                submission,
                current == null ? "" : current.id(),
                current == null ? "" : String.valueOf(current.version()),
                exactly,
                opensAt,
                closesAt,
                zone,
                decidesBy,
                capacity,
                eligibility,
                offered,
                notOffered,
                skipModeration,
                same ? buckets : buckets.stream().map(BucketRow::inAnotherCall).toList(),
                questions);
    }

    /** Where the call as it is saved now differs from these entries. */
    Meanwhile meanwhile(CallForm saved) {
        Meanwhile meanwhile = new Meanwhile()
                .text("eligibility", CallRefusal.label("eligibility"), eligibility, saved.eligibility)
                .list("offered", CallRefusal.label("offered"), lines(offered), lines(saved.offered))
                .list("notOffered", CallRefusal.label("notOffered"), lines(notOffered), lines(saved.notOffered))
                .choice(
                        "opensAt",
                        CallRefusal.label("opensAt"),
                        opensAt,
                        saved.opensAt,
                        written(saved.exactly.opensAt, saved.zone))
                .choice(
                        "closesAt",
                        CallRefusal.label("closesAt"),
                        closesAt,
                        saved.closesAt,
                        written(saved.exactly.closesAt, saved.zone))
                .text("zone", CallRefusal.label("zone"), zone, saved.zone)
                .choice(
                        "decidesBy",
                        CallRefusal.label("decidesBy"),
                        decidesBy,
                        saved.decidesBy,
                        saved.decidesBy.isEmpty() ? "" : Times.written(LocalDate.parse(saved.decidesBy)))
                .text("capacity", "Seats in the room", capacity, saved.capacity)
                .tick("skipModeration", "Cities fill their own seats", skipModeration, saved.skipModeration);
        compare(buckets, saved.buckets, BucketRow::code, BucketRow::title, BucketRow::meanwhile, meanwhile)
                .forEach(bucket -> meanwhile.general(
                        bucket.title() + ": saved now with " + bucket.limit() + ", and missing below"));
        List<QuestionRow> known =
                questions.stream().filter(own -> !own.key().isBlank()).toList();
        compare(known, saved.questions, QuestionRow::key, QuestionRow::title, QuestionRow::meanwhile, meanwhile)
                .forEach(question -> meanwhile.general("“" + question.label() + "” is "
                        + (question.retired() ? "a retired question" : "asked")
                        + " in what is saved now, and missing below"));
        return meanwhile;
    }

    /** Where rows of one kind differ from those that are saved now. */
    private interface Difference<T> {
        void note(T own, T saved, Meanwhile meanwhile);
    }

    /**
     * Notes where rows differ from the same ones as they are saved now, and which are not there.
     *
     * @param key what makes them the same rows
     * @return the saved ones that are not among these
     */
    private static <T> Collection<T> compare(
            List<T> rows,
            List<T> saved,
            Function<T, String> key,
            Function<T, String> title,
            Difference<T> difference,
            Meanwhile meanwhile) {
        Map<String, T> left =
                saved.stream().collect(Collectors.toMap(key, row -> row, (one, other) -> one, LinkedHashMap::new));
        rows.forEach(own -> {
            T same = left.remove(key.apply(own));
            if (same == null) {
                meanwhile.general(title.apply(own) + ": not there in what is saved now");
            } else {
                difference.note(own, same, meanwhile);
            }
        });
        return left.values();
    }

    private static String written(String exactly, String zone) {
        return exactly.isEmpty() ? "" : Times.written(Instant.parse(exactly), zone);
    }

    /** What cannot be sent, because it is no number, no day, no time or no zone. */
    FormErrors check() {
        List<FormErrors.Entry> errors = new ArrayList<>();
        CallTimes.checkZone(zone, errors);
        CallTimes.check(opensAt, closesAt, zone, errors);
        if (!isNumber(capacity)) {
            errors.add(new FormErrors.Entry("capacity", "Enter the number of seats in the room."));
        } else if (buckets.stream().allMatch(bucket -> isNumber(bucket.limit()))) {
            int seats = buckets.stream()
                    .mapToInt(bucket -> Integer.parseInt(bucket.limit().strip()))
                    .sum();
            if (seats > Integer.parseInt(capacity.strip())) {
                errors.add(new FormErrors.Entry(
                        "capacity",
                        "The groups of seats hold %d seats, the room %s.".formatted(seats, capacity.strip())));
            }
        }
        if (eligibility.isBlank()) {
            errors.add(new FormErrors.Entry("eligibility", "Write who can apply."));
        }
        buckets.forEach(bucket -> bucket.check(errors));
        questions.forEach(question -> question.check(errors));
        return named(new FormErrors(errors));
    }

    /** The same messages, each saying of which group of seats or which question it is. */
    private FormErrors named(FormErrors errors) {
        return new FormErrors(errors.entries().stream().map(this::named).toList());
    }

    private FormErrors.Entry named(FormErrors.Entry entry) {
        Stream<Map.Entry<String, String>> rows = Stream.concat(
                buckets.stream().map(bucket -> Map.entry(bucket.at(), title(bucket))),
                questions.stream().map(question -> Map.entry(question.at(), question.title())));
        return rows.filter(row -> entry.field().startsWith(row.getKey()))
                .findFirst()
                .map(row -> new FormErrors.Entry(entry.field(), row.getValue() + " – " + entry.message()))
                .orElse(entry);
    }

    /** How the form calls a group of seats; the number tells those apart that have the same name. */
    public String title(BucketRow bucket) {
        boolean shared = buckets.stream()
                .anyMatch(other ->
                        !other.at().equals(bucket.at()) && other.title().equals(bucket.title()));
        return shared ? bucket.title() + ", group " + number(bucket.at()) : bucket.title();
    }

    static boolean isNumber(String text) {
        return text.strip().matches("\\d{1,5}") && Integer.parseInt(text.strip()) <= MOST;
    }

    /** The same as a request; only after {@link #check} has found nothing. */
    CallPlan plan(String slug) {
        return new CallPlan(
                slug,
                CallTimes.instant(opensAt, zone, exactly.opensAt()),
                CallTimes.instant(closesAt, zone, exactly.closesAt()),
                zone.strip(),
                Integer.valueOf(capacity.strip()),
                eligibility,
                lines(offered),
                lines(notOffered),
                buckets.stream().map(BucketRow::plan).toList(),
                skipModeration,
                asked(),
                decidesBy.isBlank() ? null : decidesBy);
    }

    /** The questions, each with a key of its own. */
    private List<CallPlan.Question> asked() {
        Set<String> keys = questions.stream().map(QuestionRow::key).collect(Collectors.toCollection(HashSet::new));
        return questions.stream().map(question -> question.plan(keys)).toList();
    }

    static List<String> lines(String text) {
        return text.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
    }

    /** The same for every repetition of this submission, another one once anything in it has been changed. */
    String idempotencyKey() {
        return UUID.nameUUIDFromBytes((submission + plan("")).getBytes(StandardCharsets.UTF_8))
                .toString();
    }

    /** The service's refusal of what was entered here. */
    FormErrors explained(Problem problem, String callZone) {
        return named(CallRefusal.explain(problem, callZone));
    }
}
