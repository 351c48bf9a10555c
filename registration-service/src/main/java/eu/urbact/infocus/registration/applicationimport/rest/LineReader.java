package eu.urbact.infocus.registration.applicationimport.rest;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.Validator;

import eu.urbact.infocus.chassis.table.CsvFile;
import eu.urbact.infocus.registration.application.Application;
import eu.urbact.infocus.registration.application.Person;
import eu.urbact.infocus.registration.application.Profile;
import eu.urbact.infocus.registration.application.rest.ApplyRequest;
import eu.urbact.infocus.registration.seat.BucketCode;
import eu.urbact.infocus.registration.seat.Seats;

/** Makes people of the rows of a table, by the very rules for applications; the call's questions are left to the people themselves. */
@ApplicationScoped
class LineReader {

    /**
     * One row.
     *
     * @param erased whether it stands for somebody who was forgotten, so that there is nobody to bring in
     */
    record Line(long number, Person person, List<LineError> errors, boolean erased) {

        boolean isGood() {
            return errors.isEmpty() && !erased;
        }
    }

    private final Validator validator;
    private final Seats seats;

    LineReader(Validator validator, Seats seats) {
        this.validator = validator;
        this.seats = seats;
    }

    List<Line> read(UUID callId, List<CsvFile.Row> rows) {
        Map<String, Boolean> cities = new HashMap<>();
        Map<String, Long> addresses = new HashMap<>();
        List<Line> lines = new ArrayList<>();
        for (CsvFile.Row row : rows) {
            if (isErased(row)) {
                lines.add(new Line(row.line(), null, List.of(), true));
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
            Person person = errors.isEmpty() ? request.person() : null;
            if (person != null) {
                Long before = addresses.putIfAbsent(person.email().key(), row.line());
                if (before != null) {
                    errors.add(new LineError(
                            row.line(), ImportColumns.EMAIL, "is the same person's address as in line " + before));
                }
            }
            lines.add(new Line(row.line(), person, errors, false));
        }
        return lines;
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
