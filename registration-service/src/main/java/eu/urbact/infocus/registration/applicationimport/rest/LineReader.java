package eu.urbact.infocus.registration.applicationimport.rest;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.Validator;

import eu.urbact.infocus.chassis.table.CsvFile;
import eu.urbact.infocus.registration.application.AnswerBook;
import eu.urbact.infocus.registration.application.Application;
import eu.urbact.infocus.registration.application.Applications;
import eu.urbact.infocus.registration.application.BringInApplications;
import eu.urbact.infocus.registration.application.Person;
import eu.urbact.infocus.registration.application.Profile;
import eu.urbact.infocus.registration.application.rest.ApplyRequest;
import eu.urbact.infocus.registration.call.CallForParticipation;
import eu.urbact.infocus.registration.question.ReadTabulatedAnswers;
import eu.urbact.infocus.registration.seat.BucketCode;
import eu.urbact.infocus.registration.seat.Seats;

/**
 * Makes people of the rows of a table, by the very rules for applications; but what must be answered may be open, for a paper can be filled in
 * in part. What a line of another call's table says about that call, its time and its answers, is not read.
 */
@ApplicationScoped
class LineReader {

    /**
     * One row.
     *
     * @param open what must be answered and is not
     * @param ofThisCall whether it is not a line of another call's table
     * @param erased whether it stands for somebody who was forgotten, so that there is nobody to bring in
     */
    record Line(
            long number,
            BringInApplications.Brought brought,
            List<AnswerBook.Open> open,
            boolean ofThisCall,
            List<LineError> errors,
            boolean erased) {

        boolean isGood() {
            return errors.isEmpty() && !erased;
        }
    }

    private static final Pattern UUID_TEXT = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

    private final Validator validator;
    private final Seats seats;
    private final ReadTabulatedAnswers readAnswers;
    private final Applications applications;
    private final Clock clock;

    LineReader(
            Validator validator,
            Seats seats,
            ReadTabulatedAnswers readAnswers,
            Applications applications,
            Clock clock) {
        this.validator = validator;
        this.seats = seats;
        this.readAnswers = readAnswers;
        this.applications = applications;
        this.clock = clock;
    }

    List<Line> read(CallForParticipation call, List<CsvFile.Row> rows) {
        UUID callId = call.id();
        Map<String, Boolean> cities = new HashMap<>();
        Map<String, Long> addresses = new HashMap<>();
        List<Line> lines = new ArrayList<>();
        for (CsvFile.Row row : rows) {
            if (isErased(row)) {
                lines.add(new Line(row.line(), null, List.of(), isOf(call, row), List.of(), true));
                continue;
            }
            List<LineError> errors = new ArrayList<>();
            if (!row.complete()) {
                errors.add(new LineError(row.line(), null, "has not as many cells as the header"));
            }
            ApplyRequest request = request(callId, row, errors);
            validator.validate(request).stream()
                    .map(violation -> new LineError(
                            row.line(),
                            ImportColumns.column(violation.getPropertyPath().toString()),
                            violation.getMessage()))
                    .sorted(Comparator.comparing(LineError::column).thenComparing(LineError::message))
                    .forEach(error -> addUnlessKnown(errors, error));
            String city = row.cells().get(ImportColumns.CITY);
            if (city != null && !cities.computeIfAbsent(city, id -> isCityOf(callId, id))) {
                addUnlessKnown(
                        errors, new LineError(row.line(), ImportColumns.CITY, "is not a partner city of this call"));
            }
            boolean ofThisCall = isOf(call, row);
            Instant appliedAt = ofThisCall ? appliedAt(call, row, errors) : null;
            ReadTabulatedAnswers.Reading answers = readAnswers.read(call, ofThisCall ? row.cells() : Map.of());
            answers.errors().forEach((column, message) -> errors.add(new LineError(row.line(), column, message)));
            Person person = errors.isEmpty() ? request.person() : null;
            if (person != null) {
                Long before = addresses.putIfAbsent(person.email().key(), row.line());
                if (before != null) {
                    errors.add(new LineError(
                            row.line(), ImportColumns.EMAIL, "is the same person's address as in line " + before));
                }
            }
            BringInApplications.Brought brought =
                    person == null ? null : new BringInApplications.Brought(person, answers.given(), appliedAt);
            lines.add(new Line(row.line(), brought, answers.open(), ofThisCall, errors, false));
        }
        return lines;
    }

    /** A line that names no call is of the one into which it is brought. */
    private static boolean isOf(CallForParticipation call, CsvFile.Row row) {
        String named = row.cells().get(ImportColumns.CALL);
        return named == null || named.equalsIgnoreCase(call.id().toString());
    }

    /** When the line says that the person has applied; null when it does not, or cannot be right. */
    private Instant appliedAt(CallForParticipation call, CsvFile.Row row, List<LineError> errors) {
        String said = row.cells().get(ImportColumns.APPLIED_AT);
        if (said == null) {
            return null;
        }
        try {
            Instant at = OffsetDateTime.parse(said).toInstant();
            if (at.isAfter(clock.instant())) {
                errors.add(new LineError(row.line(), ImportColumns.APPLIED_AT, "must not be after now"));
            } else if (at.isBefore(call.opensAt()) && !isKnown(call, row, at)) {
                errors.add(new LineError(
                        row.line(), ImportColumns.APPLIED_AT, "must not be before the opening of the call"));
            }
            return at;
        } catch (DateTimeException e) {
            errors.add(new LineError(
                    row.line(),
                    ImportColumns.APPLIED_AT,
                    "must be a day, a time and its zone, such as 2016-10-12T09:30:00+02:00"));
            return null;
        }
    }

    /** Whoever was brought in before the opening has applied before it; the export says so, and has to go in again. */
    private boolean isKnown(CallForParticipation call, CsvFile.Row row, Instant appliedAt) {
        return Optional.ofNullable(row.cells().get(ImportColumns.APPLICATION))
                .filter(id -> UUID_TEXT.matcher(id).matches())
                .flatMap(id -> applications.findByIdOptional(UUID.fromString(id)))
                .filter(known -> known.callId().equals(call.id()))
                .filter(known -> known.appliedAt().equals(appliedAt))
                .isPresent();
    }

    private static boolean isErased(CsvFile.Row row) {
        return row.cells().get(ImportColumns.EMAIL) == null
                && Application.ERASED.equals(row.cells().get(ImportColumns.FAMILY_NAME));
    }

    /** One thing about a column is enough. */
    private static void addUnlessKnown(List<LineError> errors, LineError error) {
        if (errors.stream().noneMatch(known -> error.column().equals(known.column()))) {
            errors.add(error);
        }
    }

    private boolean isCityOf(UUID callId, String id) {
        return BucketCode.parse("CITY:" + id)
                .filter(code -> seats.has(callId, code))
                .isPresent();
    }

    private static ApplyRequest request(UUID callId, CsvFile.Row row, List<LineError> errors) {
        Map<String, String> cells = row.cells();
        return new ApplyRequest(
                callId,
                cells.get("given_name"),
                cells.get(ImportColumns.FAMILY_NAME),
                cells.get(ImportColumns.EMAIL),
                cells.get("organisation"),
                cells.get("position"),
                cells.get(ImportColumns.CITY),
                cells.get("country"),
                profile(row, errors),
                contributor(row, errors),
                cells.get("motivation"),
                cells.get("language"),
                true,
                Map.of(),
                cells.get("cluster_id"));
    }

    private static Profile profile(CsvFile.Row row, List<LineError> errors) {
        String name = row.cells().get(ImportColumns.PROFILE);
        Optional<Profile> profile = Arrays.stream(Profile.values())
                .filter(known -> known.name().equals(name))
                .findFirst();
        if (profile.isEmpty() && name != null) {
            errors.add(new LineError(
                    row.line(), ImportColumns.PROFILE, "must be one of " + Arrays.toString(Profile.values())));
        }
        return profile.orElse(null);
    }

    private static Boolean contributor(CsvFile.Row row, List<LineError> errors) {
        String said = row.cells().getOrDefault(ImportColumns.CONTRIBUTOR, "false");
        if (!said.equalsIgnoreCase("true") && !said.equalsIgnoreCase("false")) {
            errors.add(new LineError(row.line(), ImportColumns.CONTRIBUTOR, "must be true or false"));
        }
        return Boolean.valueOf(said);
    }
}
