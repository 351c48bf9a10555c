package eu.urbact.infocus.portal.shell.services;

import com.fasterxml.jackson.annotation.JsonInclude;

/** An organiser's decision on an application. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Decision(String decision, String reasonCode, String note, String bucket) {}
