package eu.urbact.infocus.chassis.rest;

import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ResourceInfo;

import org.jboss.resteasy.reactive.server.ServerRequestFilter;

import eu.urbact.infocus.chassis.problem.FieldError;
import eu.urbact.infocus.chassis.problem.Problems;

/**
 * Refuses query parameters that nothing reads where people with a role look at lists or take them away: whoever mistypes a filter would get
 * everybody, and could not see it.
 */
class UnknownFilters {

    private static final Pattern FOR_ROLES = Pattern.compile("/?api/v1/(admin|partner|desk)/.*");

    private final Map<Method, SortedSet<String>> known = new ConcurrentHashMap<>();

    @ServerRequestFilter
    void refuseUnknown(ContainerRequestContext request, ResourceInfo resource) {
        Set<String> given = request.getUriInfo().getQueryParameters().keySet();
        if (given.isEmpty()
                || !HttpMethod.GET.equals(request.getMethod())
                || !FOR_ROLES.matcher(request.getUriInfo().getPath()).matches()) {
            return;
        }
        SortedSet<String> names = known.computeIfAbsent(resource.getResourceMethod(), UnknownFilters::names);
        List<FieldError> unknown = given.stream()
                .filter(name -> !names.contains(name))
                .sorted()
                .map(name -> new FieldError(
                        name,
                        names.isEmpty()
                                ? "is not known here"
                                : "is not known here; what is: " + String.join(", ", names)))
                .toList();
        if (!unknown.isEmpty()) {
            throw Problems.invalid(unknown);
        }
    }

    private static SortedSet<String> names(Method method) {
        SortedSet<String> names = new TreeSet<>();
        for (Parameter parameter : method.getParameters()) {
            if (parameter.isAnnotationPresent(QueryParam.class)) {
                names.add(parameter.getAnnotation(QueryParam.class).value());
            } else if (parameter.isAnnotationPresent(BeanParam.class)) {
                addAll(parameter.getType(), names);
            }
        }
        return names;
    }

    private static void addAll(Class<?> bean, SortedSet<String> names) {
        for (Class<?> type = bean; type != null; type = type.getSuperclass()) {
            for (Field field : type.getDeclaredFields()) {
                if (field.isAnnotationPresent(QueryParam.class)) {
                    names.add(field.getAnnotation(QueryParam.class).value());
                } else if (field.isAnnotationPresent(BeanParam.class)) {
                    addAll(field.getType(), names);
                }
            }
        }
    }
}
