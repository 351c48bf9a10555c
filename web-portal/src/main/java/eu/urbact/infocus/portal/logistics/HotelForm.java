package eu.urbact.infocus.portal.logistics;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jakarta.ws.rs.core.MultivaluedMap;

import eu.urbact.infocus.portal.shell.EnteredTimes;
import eu.urbact.infocus.portal.shell.FormErrors;
import eu.urbact.infocus.portal.shell.Meanwhile;
import eu.urbact.infocus.portal.shell.services.Hotel;
import eu.urbact.infocus.portal.shell.services.NewLogistics;
import eu.urbact.infocus.portal.shell.services.RoomNight;
import eu.urbact.infocus.portal.shell.text.Times;

import static eu.urbact.infocus.portal.shell.Sent.stripped;

/**
 * A hotel as it was entered: for each night how many rooms of a kind, and their price in euros.
 *
 * @param exactly until when rooms are kept as the hotel has it, which a local time to the minute may not tell; empty for a new one
 * @param zone the venue's, as the form was filled
 * @param version of the hotel that the organiser had in front of them; empty for a new one
 * @param submission random id of this form, which keeps a double click from adding twice
 */
public record HotelForm(
        String name,
        String address,
        String category,
        String date,
        String time,
        String exactly,
        List<Night> nights,
        String zone,
        String version,
        String submission) {

    private static final int MOST_ROOMS = 1_000;
    private static final int MOST_NIGHTS = 30;

    /** One night; empty fields keep no rooms. */
    public record Night(LocalDate date, String singles, String singlePrice, String doubles, String doublePrice) {

        private static Night empty(LocalDate date) {
            return new Night(date, "", "", "", "");
        }

        private void meanwhile(Night saved, Meanwhile meanwhile) {
            String night = "Night of " + Times.written(date) + " – ";
            meanwhile
                    .text("singles-" + date, night + "Single rooms", singles, saved.singles)
                    .text("singlePrice-" + date, night + "Price of a single room", singlePrice, saved.singlePrice)
                    .text("doubles-" + date, night + "Double rooms", doubles, saved.doubles)
                    .text("doublePrice-" + date, night + "Price of a double room", doublePrice, saved.doublePrice);
        }

        private void check(List<FormErrors.Entry> errors) {
            check(errors, "singles", singles, "singlePrice", singlePrice, "single");
            check(errors, "doubles", doubles, "doublePrice", doublePrice, "double");
        }

        private void check(
                List<FormErrors.Entry> errors,
                String roomsField,
                String rooms,
                String priceField,
                String price,
                String kind) {
            String night = Times.written(date);
            if (!rooms.isEmpty() && Entered.number(rooms, MOST_ROOMS).isEmpty()) {
                errors.add(new FormErrors.Entry(
                        roomsField + "-" + date,
                        "Enter a whole number of %s rooms up to %,d for %s, or nothing"
                                .formatted(kind, MOST_ROOMS, night)));
            }
            if (!rooms.isEmpty() && Entered.cents(price).isEmpty()) {
                errors.add(new FormErrors.Entry(
                        priceField + "-" + date,
                        "Enter the price of a " + kind + " room for " + night + ", such as 90.00"));
            }
            if (rooms.isEmpty() && !price.isEmpty()) {
                errors.add(new FormErrors.Entry(
                        roomsField + "-" + date,
                        "Enter how many " + kind + " rooms are kept on " + night + ", or take the price away"));
            }
        }

        private Stream<NewLogistics.Night> rooms() {
            return Stream.of(row("SINGLE", singles, singlePrice), row("DOUBLE", doubles, doublePrice))
                    .flatMap(Optional::stream);
        }

        private Optional<NewLogistics.Night> row(String roomType, String rooms, String price) {
            return rooms.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new NewLogistics.Night(
                            roomType,
                            date.toString(),
                            Entered.number(rooms, MOST_ROOMS).orElseThrow(),
                            Entered.cents(price).orElseThrow()));
        }
    }

    static HotelForm blank(List<LocalDate> dates, String zone) {
        return new HotelForm(
                "",
                "",
                "",
                "",
                "",
                "",
                dates.stream().map(Night::empty).toList(),
                zone,
                "",
                UUID.randomUUID().toString());
    }

    static HotelForm of(Hotel hotel, List<LocalDate> dates) {
        return new HotelForm(
                hotel.name(),
                hotel.address(),
                hotel.category(),
                Entered.date(hotel.releaseAt(), hotel.zone()),
                Entered.time(hotel.releaseAt(), hotel.zone()),
                EnteredTimes.exactly(hotel.releaseAt()),
                dates.stream().map(date -> night(hotel, date)).toList(),
                hotel.zone(),
                String.valueOf(hotel.version()),
                "");
    }

    static HotelForm of(MultivaluedMap<String, String> sent) {
        return new HotelForm(
                stripped(sent, "name"),
                stripped(sent, "address"),
                stripped(sent, "category"),
                stripped(sent, "date"),
                stripped(sent, "time"),
                stripped(sent, "exactly"),
                Entered.all(sent, "night").stream()
                        .flatMap(night -> Entered.date(night).stream())
                        .limit(MOST_NIGHTS)
                        .map(date -> new Night(
                                date,
                                stripped(sent, "singles-" + date),
                                stripped(sent, "singlePrice-" + date),
                                stripped(sent, "doubles-" + date),
                                stripped(sent, "doublePrice-" + date)))
                        .toList(),
                stripped(sent, "zone"),
                stripped(sent, "version"),
                stripped(sent, "submission"));
    }

    /** The same entries about the hotel as it is now, after somebody else has changed it, with the nights that it has got since. */
    HotelForm on(HotelForm now) {
        Map<LocalDate, Night> all = new TreeMap<>();
        now.nights.forEach(night -> all.put(night.date, Night.empty(night.date)));
        nights.forEach(night -> all.put(night.date, night));
        return with(List.copyOf(all.values()), now.version, submission);
    }

    /** The same entries as a new hotel, after somebody else has removed the one that they were about. */
    HotelForm anew() {
        return with(nights, "", UUID.randomUUID().toString());
    }

    private HotelForm with(List<Night> otherNights, String otherVersion, String otherSubmission) {
        return new HotelForm(
                name, address, category, date, time, exactly, otherNights, zone, otherVersion, otherSubmission);
    }

    /** Where the hotel as it is saved now differs from these entries. */
    Meanwhile meanwhile(HotelForm saved) {
        Meanwhile meanwhile = new Meanwhile()
                .text("name", "Name", name, saved.name)
                .text("address", "Address", address, saved.address)
                .text("category", "Price category", category, saved.category)
                .choice("date", "Day", date, saved.date, Entered.words(saved.date))
                .text("time", "Time", time, saved.time);
        Map<LocalDate, Night> kept = saved.nights.stream().collect(Collectors.toMap(Night::date, night -> night));
        nights.forEach(night -> night.meanwhile(kept.getOrDefault(night.date, Night.empty(night.date)), meanwhile));
        return meanwhile;
    }

    private static Night night(Hotel hotel, LocalDate date) {
        Optional<RoomNight> single = row(hotel, date, "SINGLE");
        Optional<RoomNight> twin = row(hotel, date, "DOUBLE");
        return new Night(
                date,
                single.map(row -> String.valueOf(row.rooms())).orElse(""),
                single.map(row -> price(row.priceCents())).orElse(""),
                twin.map(row -> String.valueOf(row.rooms())).orElse(""),
                twin.map(row -> price(row.priceCents())).orElse(""));
    }

    private static Optional<RoomNight> row(Hotel hotel, LocalDate date, String roomType) {
        return hotel.nights().stream()
                .filter(row -> row.night().equals(date) && row.roomType().equals(roomType))
                .findFirst();
    }

    private static String price(int cents) {
        return BigDecimal.valueOf(cents, 2).toPlainString();
    }

    /** What cannot be sent. */
    FormErrors check() {
        List<FormErrors.Entry> errors = new ArrayList<>();
        if (name.isBlank()) {
            errors.add(new FormErrors.Entry("name", "Enter the hotel's name"));
        }
        if (address.isBlank()) {
            errors.add(new FormErrors.Entry("address", "Enter the hotel's address"));
        }
        if (category.isBlank()) {
            errors.add(new FormErrors.Entry("category", "Enter a price category, such as Comfort"));
        }
        if (Entered.date(date).isEmpty()) {
            errors.add(new FormErrors.Entry("date", "Enter the day until which rooms are kept"));
        }
        Entered.checkTime(date, time, zone, "time", "Enter the time, such as 18:00", errors);
        if (!Entered.isZone(zone)) {
            errors.add(Entered.zoneMissing());
        }
        nights.forEach(night -> night.check(errors));
        if (errors.isEmpty() && nights.stream().flatMap(Night::rooms).findAny().isEmpty()) {
            errors.add(new FormErrors.Entry("", "Enter rooms for at least one night"));
        }
        return new FormErrors(errors);
    }

    NewLogistics.Hotel toHotel() {
        return new NewLogistics.Hotel(
                name,
                address,
                category,
                Entered.at(date, time, zone, exactly),
                nights.stream().flatMap(Night::rooms).toList());
    }

    String key() {
        return Entered.key(submission, name, address, category, date, time, nights.toString());
    }

    /** The page's name for a field of the request. */
    static String field(String path) {
        String field = FormErrors.field(path);
        return switch (field) {
            case "name", "address", "category" -> field;
            case "releaseAt" -> "date";
            default -> "";
        };
    }
}
