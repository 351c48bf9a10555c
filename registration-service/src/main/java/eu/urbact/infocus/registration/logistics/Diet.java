package eu.urbact.infocus.registration.logistics;

/** What a kitchen must know. */
public enum Diet {
    VEGETARIAN,
    VEGAN,
    HALAL,
    KOSHER,
    NO_PORK,
    GLUTEN_FREE,
    LACTOSE_FREE,
    NUT_ALLERGY,
    /** Said in words, for the kitchen. */
    OTHER
}
