package eu.urbact.infocus.registration.call;

/** When a question is asked. What is not needed to decide is asked late, of those alone who come. */
public enum QuestionMoment {
    APPLICATION,
    AFTER_ADMISSION
}
