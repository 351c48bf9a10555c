package eu.urbact.infocus.chassis.rest;

import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.MultivaluedMap;

import org.jboss.resteasy.reactive.server.ServerRequestFilter;

import eu.urbact.infocus.chassis.problem.FieldError;
import eu.urbact.infocus.chassis.problem.Problems;

/**
 * Refuses query parameters that nothing reads where people with a role look at lists or take them away: whoever mistypes a filter would get
 * everybody, and could not see it. Nothing reads the second value of a filter that takes one, either.
 */
class UnknownFilters {

    private static final Pattern FOR_ROLES = Pattern.compile("/?api/v1/(admin|partner|desk)/.*");

    /** What an operation reads, and whether several values of it. */
    private final Map<Method, SortedMap<String, Boolean>> known = new ConcurrentHashMap<>();

    @ServerRequestFilter
    void refuseUnknown(ContainerRequestContext request, ResourceInfo resource) {
        MultivaluedMap<String, String> given = request.getUriInfo().getQueryParameters();
        if (given.isEmpty()
                || !HttpMethod.GET.equals(request.getMethod())
                || !isForRoles(request.getUriInfo().getPath())) {
            return;
        }
        SortedMap<String, Boolean> names = known.computeIfAbsent(resource.getResourceMethod(), UnknownFilters::names);
        List<FieldError> unread = given.entrySet().stream()
                .filter(parameter -> !names.containsKey(parameter.getKey())
                        || (parameter.getValue().size() > 1 && !names.get(parameter.getKey())))
                .map(parameter -> new FieldError(parameter.getKey(), why(parameter.getKey(), names)))
                .sorted(Comparator.comparing(FieldError::field))
                .toList();
        if (!unread.isEmpty()) {
            throw Problems.invalid(unread);
        }
    }

    static boolean isForRoles(String path) {
        return FOR_ROLES.matcher(path).matches();
    }

    private static String why(String name, SortedMap<String, Boolean> names) {
        if (names.containsKey(name)) {
            return "can be given once only";
        }
        return names.isEmpty()
                ? "is not known here"
                : "is not known here; what is: " + String.join(", ", names.keySet());
    }

    private static SortedMap<String, Boolean> names(Method method) {
        SortedMap<String, Boolean> names = new TreeMap<>();
        for (Parameter parameter : method.getParameters()) {
            if (parameter.isAnnotationPresent(QueryParam.class)) {
                names.put(parameter.getAnnotation(QueryParam.class).value(), isSeveral(parameter.getType()));
            } else if (parameter.isAnnotationPresent(BeanParam.class)) {
                addAll(parameter.getType(), names);
            }
        }
        return names;
    }

    private static void addAll(Class<?> bean, SortedMap<String, Boolean> names) {
        for (Class<?> type = bean; type != null; type = type.getSuperclass()) {
            for (Field field : type.getDeclaredFields()) {
                if (field.isAnnotationPresent(QueryParam.class)) {
                    names.put(field.getAnnotation(QueryParam.class).value(), isSeveral(field.getType()));
                } else if (field.isAnnotationPresent(BeanParam.class)) {
                    addAll(field.getType(), names);
                }
            }
        }
    }

    private static boolean isSeveral(Class<?> type) {
        return type.isArray() || Collection.class.isAssignableFrom(type);
    }
}
