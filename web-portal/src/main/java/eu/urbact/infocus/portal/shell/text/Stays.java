package eu.urbact.infocus.portal.shell.text;

import java.util.List;
import java.util.Locale;

import io.quarkus.qute.TemplateExtension;

import eu.urbact.infocus.portal.shell.services.PersonalTasks;

/** Words for travel, meals, needs and rooms; templates write {@code {stay:diet('VEGAN')}}. */
@TemplateExtension(namespace = "stay")
public final class Stays {

    private Stays() {}

    /** Codes of means of travel. */
    public static List<String> means() {
        return List.of("PLANE", "TRAIN", "COACH", "CAR", "LOCAL", "OTHER");
    }

    /** A means of travel. */
    public static String by(String code) {
        return switch (code) {
            case "PLANE" -> "Plane";
            case "TRAIN" -> "Train";
            case "COACH" -> "Coach";
            case "CAR" -> "Car";
            case "LOCAL" -> "I am there already";
            default -> "Another way";
        };
    }

    /** How somebody else travels. */
    public static String travels(String code) {
        return "LOCAL".equals(code) ? "Is there already" : by(code);
    }

    /** Codes of diets. */
    public static List<String> diets() {
        return List.of(
                "VEGETARIAN",
                "VEGAN",
                "HALAL",
                "KOSHER",
                "NO_PORK",
                "GLUTEN_FREE",
                "LACTOSE_FREE",
                "NUT_ALLERGY",
                "OTHER");
    }

    /** A diet. */
    public static String diet(String code) {
        return switch (code) {
            case "VEGETARIAN" -> "Vegetarian";
            case "VEGAN" -> "Vegan";
            case "HALAL" -> "Halal";
            case "KOSHER" -> "Kosher";
            case "NO_PORK" -> "No pork";
            case "GLUTEN_FREE" -> "Without gluten";
            case "LACTOSE_FREE" -> "Without lactose";
            case "NUT_ALLERGY" -> "Nut allergy";
            default -> "Something else";
        };
    }

    /** Codes of access needs. */
    public static List<String> needs() {
        return List.of("STEP_FREE", "WHEELCHAIR_SPACE", "HEARING_SUPPORT", "SIGHT_SUPPORT", "ASSISTANT", "OTHER");
    }

    /** An access need. */
    public static String need(String code) {
        return switch (code) {
            case "STEP_FREE" -> "Access without steps";
            case "WHEELCHAIR_SPACE" -> "Space for a wheelchair";
            case "HEARING_SUPPORT" -> "Support for hearing";
            case "SIGHT_SUPPORT" -> "Support for seeing";
            case "ASSISTANT" -> "Somebody comes with me to assist";
            default -> "Something else";
        };
    }

    /** What somebody else needs. */
    public static String needed(String code) {
        return "ASSISTANT".equals(code) ? "Somebody comes along to assist" : need(code);
    }

    /** Codes of kinds of options. */
    public static List<String> kinds() {
        return List.of("MEAL", "DINNER", "VISIT", "BUS");
    }

    /** A kind of option. */
    public static String kind(String code) {
        return switch (code) {
            case "MEAL" -> "Meal";
            case "DINNER" -> "Dinner";
            case "VISIT" -> "Visit";
            case "BUS" -> "Bus";
            default -> code;
        };
    }

    /** Codes of kinds of rooms. */
    public static List<String> rooms() {
        return List.of("SINGLE", "DOUBLE");
    }

    /** A kind of room. */
    public static String room(String code) {
        return "DOUBLE".equals(code) ? "Double room" : "Single room";
    }

    /** Where somebody's room stands. */
    public static String roomState(String code) {
        return switch (code) {
            case "REQUESTED" -> "Waiting for the organisers";
            case "CONFIRMED" -> "Confirmed";
            case "REFUSED" -> "No room could be given";
            case "CANCELLED" -> "Cancelled";
            case "NOT_NEEDED" -> "No room needed";
            default -> code;
        };
    }

    /** What is asked for. */
    public static String task(String code) {
        return switch (code) {
            case "TRAVEL" -> "Arrival and departure";
            case "CHOICES" -> "Meals, visits and buses";
            case "NEEDS" -> "Diet and access needs";
            case "PHOTO" -> "Pictures";
            case "HOTEL" -> "Hotel room";
            case "QUESTIONS" -> "Questions of the call";
            case "MEETINGS" -> "Your meetings: what you offer and what you look for";
            default -> code;
        };
    }

    /** Whether any of the tasks is about the stay, of which there is a page only then. */
    public static boolean asksOfStay(List<PersonalTasks.Task> tasks) {
        return tasks.stream().anyMatch(task -> page(task.code()).startsWith("logistics"));
    }

    /** The last part of the address of the page that answers a task. */
    public static String page(String code) {
        return switch (code) {
            case "TRAVEL" -> "logistics/travel";
            case "CHOICES" -> "logistics/choices";
            case "NEEDS" -> "logistics/needs";
            case "PHOTO" -> "logistics/photos";
            case "HOTEL" -> "hotel";
            case "QUESTIONS" -> "answers";
            case "MEETINGS" -> "meetings";
            default -> "logistics";
        };
    }

    /** The name of one of many fields, e.g. {@code companions-} and an id. */
    public static String join(String prefix, Object rest) {
        return prefix + rest;
    }

    /** An amount: "€ 90.00", which stays on one line. */
    public static String euros(int cents) {
        return String.format(Locale.UK, "€\u00a0%,d.%02d", cents / 100, cents % 100);
    }
}
