package eu.urbact.infocus.portal.calleditor;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import jakarta.ws.rs.core.MultivaluedMap;

import eu.urbact.infocus.portal.shell.EnteredTimes;
import eu.urbact.infocus.portal.shell.FormErrors;
import eu.urbact.infocus.portal.shell.services.Call;
import eu.urbact.infocus.portal.shell.services.CallPlan;
import eu.urbact.infocus.portal.shell.services.City;
import eu.urbact.infocus.portal.shell.services.Problem;
import eu.urbact.infocus.portal.shell.services.Question;
import eu.urbact.infocus.portal.shell.services.Seats;
import eu.urbact.infocus.portal.shell.text.Lengths;
import eu.urbact.infocus.portal.shell.text.Times;

/**
 * A call as it was entered, letter by letter, so that it can be shown again.
 *
 * @param submission random id of this form; keeps a double click from drafting twice
 * @param version version of the call that the organiser had in front of them; empty for a new one
 * @param exactly opening and closing as the call has them, which a local time to the minute may not tell; empty for a new one
 * @param opensAt local time in the zone, as {@code closesAt}
 * @param offered one to a line, as {@code notOffered}
 */
public record CallForm(
        String submission,
        String version,
        Exactly exactly,
        String opensAt,
        String closesAt,
        String zone,
        String capacity,
        String eligibility,
        String offered,
        String notOffered,
        boolean skipModeration,
        List<BucketRow> buckets,
        List<QuestionRow> questions) {

    private static final DateTimeFormatter LOCAL = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm");
    private static final Pattern ROW = Pattern.compile("(buckets|questions)\\[(\\d+)]\\.(\\w+)");

    /** A text of which each line is one of a list; the list itself is meant, and none of its lines. */
    private static final Pattern LINES = Pattern.compile("(^|\\.)(offered|notOffered|choices)$");

    private static final Pattern ROW_BUTTON = Pattern.compile("(remove-bucket|remove-question|up-question)-(\\d{1,3})");

    private static final int MOST = 10_000;
    private static final int LONGEST_KEY = 40;
    private static final String YES = "yes";

    /** Begin of the ids of the row's fields, with its place in the form. */
    private static final String BUCKET = "bucket-";

    private static final String QUESTION = "question-";

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
            return new Exactly(EnteredTimes.exactly(call.opensAt()), EnteredTimes.exactly(call.closesAt()));
        }
    }

    /**
     * Some of the room's seats.
     *
     * @param at begin of the ids of its fields
     * @param held what people have of them, or empty
     */
    public record BucketRow(String at, String code, String label, String limit, String handBackOn, String held) {

        BucketRow(String code, String label, String limit, String handBackOn, String held) {
            this("", code, label, limit, handBackOn, held);
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
            return label.isBlank() ? "Group of seats " + number(at) : "Seats of " + label.strip();
        }

        BucketRow at(int row) {
            return new BucketRow(BUCKET + row + "-", code, label, limit, handBackOn, held);
        }

        /** Name and id of one of its fields. */
        public String name(String field) {
            return at + field;
        }
    }

    /**
     * A question.
     *
     * @param at begin of the ids of its fields
     * @param choices one to a line
     */
    public record QuestionRow(
            String at,
            String key,
            String type,
            String label,
            String help,
            boolean required,
            String choices,
            String purpose,
            String retentionDays,
            String moment,
            boolean retired) {

        QuestionRow(
                String key,
                String type,
                String label,
                String help,
                boolean required,
                String choices,
                String purpose,
                String retentionDays,
                String moment,
                boolean retired) {
            this("", key, type, label, help, required, choices, purpose, retentionDays, moment, retired);
        }

        /** How the form calls it. */
        public String title() {
            return "Question " + number(at);
        }

        QuestionRow at(int row) {
            return new QuestionRow(
                    QUESTION + row + "-",
                    key,
                    type,
                    label,
                    help,
                    required,
                    choices,
                    purpose,
                    retentionDays,
                    moment,
                    retired);
        }

        /** Name and id of one of its fields. */
        public String name(String field) {
            return at + field;
        }
    }

    /** The number of a row, counted from one. */
    private static int number(String at) {
        return Integer.parseInt(at.replaceAll("\\D", "")) + 1;
    }

    /** A form for a new call: what every call of the network has is there already. */
    static CallForm blank(String zone, List<City> cities) {
        Stream<BucketRow> ofCities =
                cities.stream().map(city -> new BucketRow("CITY:" + city.id(), city.name(), "3", "", ""));
        return new CallForm(
                UUID.randomUUID().toString(),
                "",
                Exactly.NOTHING,
                "",
                "",
                zone,
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
                String.valueOf(call.version()),
                Exactly.of(call),
                local(call.opensAt(), call.zone()),
                local(call.closesAt(), call.zone()),
                call.zone(),
                String.valueOf(call.capacity()),
                Objects.requireNonNullElse(call.eligibility(), ""),
                String.join("\n", call.offered()),
                String.join("\n", call.notOffered()),
                call.skipModerationForDelegations(),
                seats.buckets().stream()
                        .map(bucket -> new BucketRow(
                                bucket.code(),
                                Objects.requireNonNullElse(bucket.label(), ""),
                                String.valueOf(bucket.limit()),
                                bucket.handBackOn() == null
                                        ? ""
                                        : bucket.handBackOn().toString(),
                                bucket.held() == 0 ? "" : String.valueOf(bucket.held())))
                        .toList(),
                call.questions().stream().map(CallForm::row).toList());
    }

    private static QuestionRow row(Question question) {
        return new QuestionRow(
                question.key(),
                question.type(),
                question.label(),
                Objects.requireNonNullElse(question.help(), ""),
                question.required(),
                String.join("\n", question.choices()),
                Objects.requireNonNullElse(question.purpose(), ""),
                question.retentionDays() == null ? "" : question.retentionDays().toString(),
                question.moment(),
                question.retired());
    }

    static String local(Instant at, String zone) {
        return at == null ? "" : LOCAL.format(at.atZone(ZoneId.of(zone)));
    }

    /** What a browser has sent. */
    static CallForm of(MultivaluedMap<String, String> sent) {
        return new CallForm(
                text(sent, "submission"),
                text(sent, "version"),
                new Exactly(text(sent, "opensExactly"), text(sent, "closesExactly")),
                text(sent, "opensAt"),
                text(sent, "closesAt"),
                text(sent, "zone"),
                text(sent, "capacity"),
                text(sent, "eligibility"),
                text(sent, "offered"),
                text(sent, "notOffered"),
                YES.equals(sent.getFirst("skipModeration")),
                rows(sent, BUCKET)
                        .mapToObj(i -> BUCKET + i + "-")
                        .map(at -> new BucketRow(
                                text(sent, at + "code"),
                                text(sent, at + "label"),
                                text(sent, at + "limit"),
                                text(sent, at + "handBackOn"),
                                text(sent, at + "held")))
                        .toList(),
                rows(sent, QUESTION)
                        .mapToObj(i -> QUESTION + i + "-")
                        .map(at -> new QuestionRow(
                                text(sent, at + "key"),
                                text(sent, at + "type"),
                                text(sent, at + "label"),
                                text(sent, at + "help"),
                                YES.equals(sent.getFirst(at + "required")),
                                text(sent, at + "choices"),
                                text(sent, at + "purpose"),
                                text(sent, at + "retentionDays"),
                                text(sent, at + "moment"),
                                YES.equals(sent.getFirst(at + "retired"))))
                        .toList());
    }

    /** The rows that are there, in their order; there are never more than the service takes. */
    private static IntStream rows(MultivaluedMap<String, String> sent, String prefix) {
        return IntStream.range(0, 250).takeWhile(i -> sent.containsKey(prefix + i + "-label"));
    }

    /** What a button that saves nothing does to the rows; anything else leaves the form as it is. */
    CallForm after(String button) {
        if (button.equals("add-bucket")) {
            return with(added(buckets, new BucketRow("", "", "", "", "")), questions);
        }
        if (button.equals("add-question")) {
            return with(
                    buckets,
                    added(questions, new QuestionRow("", "TEXT", "", "", false, "", "", "30", "APPLICATION", false)));
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
                version,
                exactly,
                opensAt,
                closesAt,
                zone,
                capacity,
                eligibility,
                offered,
                notOffered,
                skipModeration,
                otherBuckets,
                otherQuestions);
    }

    /** The same entries about the call as it is now, after somebody else has changed it. */
    CallForm on(long current) {
        return new CallForm(
                submission,
                String.valueOf(current),
                exactly,
                opensAt,
                closesAt,
                zone,
                capacity,
                eligibility,
                offered,
                notOffered,
                skipModeration,
                buckets,
                questions);
    }

    /** What cannot be sent, because it is no number, no day, no time or no zone. */
    FormErrors check() {
        List<FormErrors.Entry> errors = new ArrayList<>();
        if (zone(zone) == null) {
            errors.add(new FormErrors.Entry("zone", "Enter a time zone such as Europe/Berlin."));
        }
        if (!isTime(opensAt)) {
            errors.add(new FormErrors.Entry("opensAt", "Enter day and time of the opening."));
        } else if (isSkipped(opensAt, zone)) {
            errors.add(new FormErrors.Entry("opensAt", EnteredTimes.SKIPPED));
        }
        if (!isTime(closesAt)) {
            errors.add(new FormErrors.Entry("closesAt", "Enter day and time of the closing."));
        } else if (isSkipped(closesAt, zone)) {
            errors.add(new FormErrors.Entry("closesAt", EnteredTimes.SKIPPED));
        }
        if (!isNumber(capacity)) {
            errors.add(new FormErrors.Entry("capacity", "Enter the number of seats in the room."));
        }
        if (eligibility.isBlank()) {
            errors.add(new FormErrors.Entry("eligibility", "Write who can apply."));
        }
        buckets.forEach(bucket -> check(bucket, errors));
        questions.forEach(question -> check(question, errors));
        return named(new FormErrors(errors));
    }

    /** The same messages, each saying of which group of seats or which question it is. */
    private FormErrors named(FormErrors errors) {
        return new FormErrors(errors.entries().stream().map(this::named).toList());
    }

    private FormErrors.Entry named(FormErrors.Entry entry) {
        Stream<Map.Entry<String, String>> rows = Stream.concat(
                buckets.stream().map(bucket -> Map.entry(bucket.at(), bucket.title())),
                questions.stream().map(question -> Map.entry(question.at(), question.title())));
        return rows.filter(row -> entry.field().startsWith(row.getKey()))
                .findFirst()
                .map(row -> new FormErrors.Entry(entry.field(), row.getValue() + " – " + entry.message()))
                .orElse(entry);
    }

    private static void check(BucketRow bucket, List<FormErrors.Entry> errors) {
        if (bucket.code().isBlank()) {
            errors.add(
                    new FormErrors.Entry(bucket.name("code"), "Choose whom these seats are for, or remove the row."));
        }
        if (!isNumber(bucket.limit())) {
            errors.add(new FormErrors.Entry(bucket.name("limit"), "Enter how many seats these are."));
        }
    }

    private static void check(QuestionRow question, List<FormErrors.Entry> errors) {
        if (question.label().isBlank()) {
            errors.add(new FormErrors.Entry(question.name("label"), "Write the question, or remove it."));
        }
        if (question.purpose().isBlank()) {
            errors.add(new FormErrors.Entry(question.name("purpose"), "Say why it is asked."));
        }
        if (!isNumber(question.retentionDays())) {
            errors.add(
                    new FormErrors.Entry(question.name("retentionDays"), "Enter for how many days answers are kept."));
        }
    }

    private static boolean isNumber(String text) {
        return text.strip().matches("\\d{1,5}") && Integer.parseInt(text.strip()) <= MOST;
    }

    private static boolean isTime(String text) {
        try {
            LocalDateTime.parse(text.strip());
            return true;
        } catch (DateTimeException e) {
            return false;
        }
    }

    /** Whether the clocks of the zone go forward over this time, so that it never is. */
    static boolean isSkipped(String local, String zone) {
        ZoneId known = zone(zone);
        return known != null && EnteredTimes.isSkipped(LocalDateTime.parse(local.strip()), known);
    }

    private static ZoneId zone(String text) {
        try {
            return ZoneId.of(text.strip());
        } catch (DateTimeException e) {
            return null;
        }
    }

    /** A local time with the offset that its zone has at that time; only for what has passed the check. */
    static String instant(String local, String zone) {
        return instant(local, zone, "");
    }

    /** The instant that the call has, when it is still what was entered. */
    private static String instant(String local, String zone, String exactly) {
        return EnteredTimes.at(LocalDateTime.parse(local.strip()), ZoneId.of(zone.strip()), exactly)
                .format(DateTimeFormatter.ISO_OFFSET_DATE_TIME);
    }

    /** The same as a request; only after {@link #check} has found nothing. */
    CallPlan plan(String slug) {
        return new CallPlan(
                slug,
                instant(opensAt, zone, exactly.opensAt()),
                instant(closesAt, zone, exactly.closesAt()),
                zone.strip(),
                Integer.valueOf(capacity.strip()),
                eligibility,
                lines(offered),
                lines(notOffered),
                buckets.stream()
                        .map(bucket -> new CallPlan.Bucket(
                                bucket.code(),
                                bucket.label().isBlank() ? bucket.code() : bucket.label(),
                                Integer.valueOf(bucket.limit().strip()),
                                bucket.handBackOn().isBlank() ? null : bucket.handBackOn()))
                        .toList(),
                skipModeration,
                asked());
    }

    /** The questions, each with a key of its own. */
    private List<CallPlan.Question> asked() {
        Set<String> keys = questions.stream().map(QuestionRow::key).collect(Collectors.toCollection(HashSet::new));
        return questions.stream()
                .map(question -> new CallPlan.Question(
                        key(question, keys),
                        question.type(),
                        question.label(),
                        question.help().isBlank() ? null : question.help(),
                        question.required(),
                        lines(question.choices()),
                        question.purpose(),
                        Integer.valueOf(question.retentionDays().strip()),
                        question.moment(),
                        question.retired()))
                .toList();
    }

    /** A new question's key is made of its words, with a number where another one has it; afterwards it stays what it is. */
    private static String key(QuestionRow question, Set<String> taken) {
        if (!question.key().isBlank()) {
            return question.key();
        }
        String words = Normalizer.normalize(question.label(), Normalizer.Form.NFD)
                .toLowerCase(Locale.ROOT)
                .replaceAll("\\p{M}", "")
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("^[^a-z]+|-+$", "");
        String first = shortened(words.isEmpty() ? "question" : words, LONGEST_KEY);
        return Stream.concat(
                        Stream.of(first),
                        IntStream.iterate(2, number -> number + 1)
                                .mapToObj(number -> shortened(first, LONGEST_KEY - 4) + "-" + number))
                .filter(taken::add)
                .findFirst()
                .orElseThrow();
    }

    private static String shortened(String key, int length) {
        return key.length() > length ? key.substring(0, length).replaceAll("-+$", "") : key;
    }

    private static List<String> lines(String text) {
        return text.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
    }

    /** The same for every repetition of this submission, another one once anything in it has been changed. */
    String idempotencyKey() {
        return UUID.nameUUIDFromBytes((submission + plan("")).getBytes(StandardCharsets.UTF_8))
                .toString();
    }

    /** The service's refusal of what was entered here. */
    FormErrors explained(Problem problem, String callZone) {
        return named(explain(problem, callZone));
    }

    /** The service's refusal in the words of this form. */
    static FormErrors explain(Problem problem, String zone) {
        if (problem.status() == 412 && problem.by() != null) {
            return FormErrors.general(
                    problem.isOwnRepetition()
                            ? "It was you who changed this call, " + Times.written(problem.at(), zone)
                                    + ", perhaps with a first click. Nothing more was saved; your entries are below. Save again"
                                    + " only if they shall replace what was saved then."
                            : problem.by() + " was quicker, " + Times.written(problem.at(), zone)
                                    + ". Nothing was saved; your entries are below. Look at the call as it is now, then save again if"
                                    + " yours shall replace it.");
        }
        if (problem.status() == 412 || problem.status() == 428) {
            return FormErrors.general(
                    "Somebody else has changed this call since you opened it. Nothing was saved; your entries are below. Look at the call"
                            + " as it is now, then save again if yours shall replace it.");
        }
        List<FormErrors.Entry> entries = problem.errors().stream()
                .map(error -> {
                    String field = field(error.field());
                    String label = LABELS.getOrDefault(field.substring(field.lastIndexOf('-') + 1), "");
                    String message = error.message().replace("opensAt", "the opening");
                    return new FormErrors.Entry(
                            field,
                            LINES.matcher(error.field()).find()
                                    ? Lengths.lines(label, message)
                                    : Lengths.plain(label, message, null));
                })
                .distinct()
                .toList();
        if (!entries.isEmpty()) {
            return new FormErrors(entries);
        }
        String sentence = problem.sentence();
        return FormErrors.general(sentence.isBlank() ? "The call could not be saved as it is." : sentence);
    }

    /** How fields are called on the page, where a message alone does not say which is meant. */
    private static final Map<String, String> LABELS = Map.of(
            "opensAt", "Opens",
            "closesAt", "Closes",
            "zone", "Time zone",
            "eligibility", "Who can apply",
            "offered", "What a place includes",
            "notOffered", "What it does not include",
            "choices", "Choices",
            "handBackOn", "Unused seats are handed back on");

    /** Id of the field on the page for the service's path to it. */
    private static String field(String path) {
        Matcher row = ROW.matcher(path);
        if (row.find()) {
            String kind = row.group(1).equals("buckets") ? BUCKET : QUESTION;
            return kind + row.group(2) + "-" + (row.group(3).equals("key") ? "label" : row.group(3));
        }
        return Stream.of("opensAt", "closesAt", "zone", "capacity", "eligibility", "offered", "notOffered")
                .filter(known -> path.equals(known)
                        || path.endsWith("." + known)
                        || path.startsWith(known + "[")
                        || path.contains("." + known + "["))
                .findFirst()
                .orElse("");
    }

    private static String text(MultivaluedMap<String, String> sent, String field) {
        return Objects.requireNonNullElse(sent.getFirst(field), "");
    }
}
