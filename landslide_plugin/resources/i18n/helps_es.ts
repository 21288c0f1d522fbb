<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es" sourcelanguage="en">
<context>
    <name>Landslide</name>
    <message>
        <source>0 ignores the slope-stability prior; 1 weighs it like the inventory. If not given: 0.4.</source>
        <translation>0 hace caso omiso de la estimación previa de la estabilidad; 1 le da el mismo peso que al inventario. Si no se indica: 0.4.</translation>
    </message>
    <message>
        <source>0 means that all looks one way, 1 that no way is favoured. Units whose aspect scatters more are divided until they are too small. Smaller values give more units.</source>
        <translation>0 significa que todo mira en una misma dirección; 1, que ninguna dirección predomina. Las unidades cuya orientación varía más se dividen hasta que resultan demasiado pequeñas. Con valores menores hay más unidades.</translation>
    </message>
    <message>
        <source>1 assessed, 2 flat, 3 cliff, 4 soil or water data missing, 5 no soil cover.</source>
        <translation>1 evaluada, 2 llana, 3 acantilado, 4 faltan datos de suelo o de agua, 5 sin cubierta de suelo.</translation>
    </message>
    <message>
        <source>1 both stable, 2 both unstable, 3 unstable by the model only, 4 by the physics only (FS below 1), 5 not assessed by the physics (flat, cliff, no data); needs the factor of safety raster.</source>
        <translation>1 ambos estables, 2 ambos inestables, 3 inestable solo según el modelo, 4 solo según la física (FS menor que 1), 5 no evaluado por la física (llano, acantilado, sin datos); necesita el ráster del factor de seguridad.</translation>
    </message>
    <message>
        <source>1 same layer, 2 the model looks higher, 3 the model looks deeper; needs the model's depth.</source>
        <translation>1 la misma capa, 2 el modelo mira más arriba, 3 el modelo mira más abajo; necesita la profundidad del modelo.</translation>
    </message>
    <message>
        <source>1 where it slid, 0 where it stood.</source>
        <translation>1 donde hubo deslizamiento, 0 donde el terreno resistió.</translation>
    </message>
    <message>
        <source>1.1 in clay, 1.4 to 2 in silt and loam, 2 to 3 in sand.</source>
        <translation>1.1 en arcilla, de 1.4 a 2 en limo y suelo franco, de 2 a 3 en arena.</translation>
    </message>
    <message>
        <source>A DEM or slope raster. Left empty, the grid of the first soil raster is used.</source>
        <translation>Un MDE o un ráster de pendiente. Si se deja vacío, se usa la malla del primer ráster de suelo.</translation>
    </message>
    <message>
        <source>A band a step, each with its time.</source>
        <translation>Una banda por paso, cada una con su tiempo.</translation>
    </message>
    <message>
        <source>A band for each scenario, as 'Compute factor of safety' writes it; the curve has a gap where it was not assessed.</source>
        <translation>Una banda por escenario, tal como la escribe 'Calcular el factor de seguridad'; la curva tiene un hueco donde no se evaluó.</translation>
    </message>
    <message>
        <source>A column a scenario (T10, T25, ...) and a row a block of rain, in any unit, as 'Build trigger scenarios' writes them: how each storm's rain falls over its duration. It takes the place of the rain pattern. CSV, text, .xlsx or .ods, or the name of a table of the project.</source>
        <translation>Una columna por escenario (T10, T25, ...) y una fila por bloque de lluvia, en cualquier unidad, tal como las escribe 'Construir escenarios desencadenantes': cómo cae la lluvia de cada tormenta a lo largo de su duración. Sustituye al patrón de lluvia. CSV, texto, .xlsx o .ods, o el nombre de una tabla del proyecto.</translation>
    </message>
    <message>
        <source>A consistency ratio above 0.1 is refused unless this is ticked.</source>
        <translation>Una razón de consistencia mayor que 0.1 se rechaza salvo que se marque esta casilla.</translation>
    </message>
    <message>
        <source>A folder can be looked into at once; a .zip can be sent. Choices: folder: One folder; zip: One .zip.</source>
        <translation>Una carpeta se puede examinar de inmediato; un .zip se puede enviar. Opciones: folder: Una carpeta; zip: Un .zip.</translation>
    </message>
    <message>
        <source>A folder written by 'Susceptibility study'.</source>
        <translation>Una carpeta escrita por 'Estudio de susceptibilidad'.</translation>
    </message>
    <message>
        <source>A frame is mapped every so many hours. Windows of neighbouring frames overlap, so frames are never summed.</source>
        <translation>Se cartografía un cuadro cada tantas horas. Las ventanas de cuadros vecinos se solapan, por lo que los cuadros nunca se suman.</translation>
    </message>
    <message>
        <source>A gauge's annual maxima are fitted by extreme-value distributions; an intensity-duration-frequency formula is evaluated; a typed table is checked and written as it is. Choices: maxima: Annual maxima of a gauge; formula: Intensity-duration-frequency formula; table: Typed table.</source>
        <translation>Los máximos anuales de un pluviómetro se ajustan con distribuciones de valores extremos; una fórmula de intensidad-duración-frecuencia se evalúa; una tabla escrita a mano se comprueba y se escribe tal cual. Opciones: maxima: Máximos anuales de un pluviómetro; formula: Fórmula de intensidad-duración-frecuencia; table: Tabla escrita a mano.</translation>
    </message>
    <message>
        <source>A lithology raster with a table; SoilGrids 2.0 rasters by pedotransfer rules; or your own rasters, whose names tell property and depth. Choices: lithology: Lithology raster and soil table; soilgrids: SoilGrids 2.0 rasters; rasters: Own rasters by layer.</source>
        <translation>Un ráster de litología con una tabla; rásteres de SoilGrids 2.0 mediante reglas de pedotransferencia; o rásteres propios, cuyos nombres indican propiedad y profundidad. Opciones: lithology: Ráster de litología y tabla de suelos; soilgrids: Ráster de SoilGrids 2.0; rasters: Ráster propios por capa.</translation>
    </message>
    <message>
        <source>A model that trains in a moment, without the modelling environment; what an inventory does to it, it does to others much alike. Choices: logistic: Logistic regression; additive: Additive model (GAM); bivariate: Bivariate classes.</source>
        <translation>Un modelo que se entrena en un momento, sin el entorno de modelado; el efecto que un inventario tiene en él es muy parecido en los demás. Opciones: logistic: Regresión logística; additive: Modelo aditivo (GAM); bivariate: Clases bivariantes.</translation>
    </message>
    <message>
        <source>A new or empty folder for all results. Left out, a new one beside the saved project: landslide/&lt;inventory&gt;_&lt;date&gt;.</source>
        <translation>Una carpeta nueva o vacía para todos los resultados. Si se omite, una nueva junto al proyecto guardado: landslide/&lt;inventario&gt;_&lt;fecha&gt;.</translation>
    </message>
    <message>
        <source>A new or empty folder, or one written by this algorithm before, whose frames are replaced.</source>
        <translation>Una carpeta nueva o vacía, o una que este algoritmo escribió antes, cuyos cuadros se reemplazan.</translation>
    </message>
    <message>
        <source>A new or empty folder, or one written by this algorithm before.</source>
        <translation>Una carpeta nueva o vacía, o una escrita antes por este algoritmo.</translation>
    </message>
    <message>
        <source>A page with a chart for each factor.</source>
        <translation>Una página con un gráfico por factor.</translation>
    </message>
    <message>
        <source>A panel a point, twelve at most.</source>
        <translation>Un panel por punto, doce como máximo.</translation>
    </message>
    <message>
        <source>A prior that is nearly the same everywhere cannot teach anything: stop with the reason, or train without the physics term (lambda 0). Choices: stop: Stop with the reason; ignore: Train without the physics term. If not given: stop.</source>
        <translation>Una estimación previa que es casi igual en todas partes no puede enseñar nada: detenerse e indicar el motivo, o entrenar sin el término físico (lambda 0). Opciones: stop: Detenerse e indicar el motivo; ignore: Entrenar sin el término físico. Si no se indica: stop.</translation>
    </message>
    <message>
        <source>A probability should not fall although every trigger grows or stays. By a penalty it hardly ever does; guaranteed, it never does: the network then meets the triggers in a branch of its own that can only rise. On top of a linear or additive part this is not shown to cost anything; a network that stands alone (plain) learns worse by it: take the penalty there. If not given: guaranteed.</source>
        <translation>Una probabilidad no debería bajar si todos los desencadenantes crecen o se mantienen. Con una penalización casi nunca lo hace; si está garantizado, no lo hace nunca: la red recibe entonces los desencadenantes en una rama propia que solo puede subir. Sobre una parte lineal o aditiva no se ha demostrado que esto cueste nada; una red que está sola (plain) aprende peor así: en ese caso conviene la penalización. Si no se indica: guaranteed.</translation>
    </message>
    <message>
        <source>A raster of the area, such as the factors: the design storm falls on all of it. Not needed with rain.</source>
        <translation>Un ráster del área, como los factores: la tormenta de diseño cae sobre todo él. No hace falta si se indica la lluvia.</translation>
    </message>
    <message>
        <source>A ring of stable samples round the landslides begins at the least distance and ends here. Near samples ask more of a model than those of distant plains.</source>
        <translation>El anillo de muestras estables alrededor de los deslizamientos empieza a la distancia mínima y termina aquí. Las muestras próximas exigen más de un modelo que las de llanuras lejanas.</translation>
    </message>
    <message>
        <source>A ring of stable samples round the landslides begins at the least distance and ends here. Near samples ask more of a model than those of distant plains. If not given: 1000.0.</source>
        <translation>El anillo de muestras estables alrededor de los deslizamientos empieza a la distancia mínima y termina aquí. Las muestras próximas exigen más de un modelo que las de llanuras lejanas. Si no se indica: 1000.0.</translation>
    </message>
    <message>
        <source>A row a class, and one for what lies in none: area, kilometres, buildings, people, and shares of all.</source>
        <translation>Una fila por clase, y una para lo que no está en ninguna: área, kilómetros, edificios, personas y proporciones de todo ello.</translation>
    </message>
    <message>
        <source>A row a class: area, landslides, frequency ratio, information value, W+, W-, contrast, their standard errors, and the weight that is mapped.</source>
        <translation>Una fila por clase: área, deslizamientos, razón de frecuencias, valor informativo, W+, W-, contraste, sus errores típicos y el peso con que se cartografía.</translation>
    </message>
    <message>
        <source>A row a factor, value and model: median, lowest and highest member, and whether training saw the value.</source>
        <translation>Una fila por factor, valor y modelo: mediana, miembro más bajo y más alto, y si el entrenamiento vio el valor.</translation>
    </message>
    <message>
        <source>A row a sample: id, and a column a step, such as h120 ... h001, in mm. CSV, text, .xlsx or .ods, or the name of a table of the project.</source>
        <translation>Una fila por muestra: id, y una columna por paso, como h120 ... h001, en mm. CSV, texto, .xlsx o .ods, o el nombre de una tabla del proyecto.</translation>
    </message>
    <message>
        <source>A row a sample: id, end (UTC) and a column a step, in mm; beside it a JSON with source, window and gaps.</source>
        <translation>Una fila por muestra: id, fin (UTC) y una columna por paso, en mm; junto a ella, un JSON con fuente, ventana y huecos.</translation>
    </message>
    <message>
        <source>A row a sample: its storm, its fold, and the probability by models that had not seen the storm.</source>
        <translation>Una fila por muestra: su tormenta, su partición y la probabilidad según modelos que no habían visto la tormenta.</translation>
    </message>
    <message>
        <source>A row a sample: total, largest sums of 1 to 48 h, antecedent rain of 14 and 30 days, antecedent index, gaps and the distance to the gauge.</source>
        <translation>Una fila por muestra: total, mayores sumas de 1 a 48 h, lluvia antecedente de 14 y 30 días, índice antecedente, huecos y distancia al pluviómetro.</translation>
    </message>
    <message>
        <source>A row a setting: number of units, internal variance, Moran's I between neighbours, score.</source>
        <translation>Una fila por configuración: número de unidades, varianza interna, I de Moran entre vecinas, puntuación.</translation>
    </message>
    <message>
        <source>A row a station and step, with columns station, x, y, time and rain (mm; empty for a gap). CSV, text, .xlsx or .ods, or the name of a table of the project.</source>
        <translation>Una fila por estación y paso: station, x, y, time, rain (mm; vacía si hay un hueco). CSV, texto, .xlsx o .ods, o el nombre de una tabla del proyecto.</translation>
    </message>
    <message>
        <source>A row a step: factor, whether it is kept, share of the folds, AUROC and log loss with intervals, gains.</source>
        <translation>Una fila por paso: factor, si se conserva, proporción de las particiones, AUROC y pérdida logarítmica con intervalos, ganancias.</translation>
    </message>
    <message>
        <source>A row a stress and level.</source>
        <translation>Una fila por perturbación y nivel.</translation>
    </message>
    <message>
        <source>A row a threshold: line or figure, bands and scores.</source>
        <translation>Una fila por umbral: línea o valor, bandas y puntuaciones.</translation>
    </message>
    <message>
        <source>A row a year; a column 'year' and a column a duration, named like '24 h'.</source>
        <translation>Una fila por año; una columna 'year' y una columna por duración, con nombres como '24 h'.</translation>
    </message>
    <message>
        <source>A row a year; a column 'year' and a column a duration, or a column a gauge. CSV, text, .xlsx or .ods, or the name of a table of the project.</source>
        <translation>Una fila por año; una columna 'year' y una columna por duración, o una columna por pluviómetro. CSV, texto, .xlsx o .ods, o el nombre de una tabla del proyecto.</translation>
    </message>
    <message>
        <source>A stack on the grid of the DEM, or on one in metres: the UTM zone of the area's centre, with square cells of the same size. Training and reports need metres, so choose UTM for a DEM in degrees or in Mercator's projection. The DEM is resampled (bilinear) before anything is computed, and all rasters are aligned to it. Choices: dem: As the DEM; utm: In metres (UTM zone of the area).</source>
        <translation>Una pila en la malla del MDE, o en una en metros: la zona UTM del centro del área, con celdas cuadradas del mismo tamaño. El entrenamiento y los informes necesitan metros, por lo que conviene elegir UTM para un MDE en grados o en la proyección de Mercator. El MDE se remuestrea (bilineal) antes de calcular nada, y todos los rásteres se alinean con él. Opciones: dem: Como el MDE; utm: En metros (zona UTM del área).</translation>
    </message>
    <message>
        <source>A unit that holds fewer counts as one without. 1 is usual; more where points are doubtful, or where nearly every unit holds one.</source>
        <translation>Una unidad que contiene menos cuenta como unidad sin deslizamientos. Lo habitual es 1; más si los puntos son dudosos, o si casi todas las unidades contienen uno.</translation>
    </message>
    <message>
        <source>Above 0, samples that are nearly right weigh less in training (focal loss, 2 is usual); calibration sets the probabilities right afterwards. 0 is plain cross-entropy. If not given: 0.0.</source>
        <translation>Por encima de 0, las muestras que casi se aciertan pesan menos en el entrenamiento (pérdida focal, 2 es lo habitual); después la calibración corrige las probabilidades. 0 es la entropía cruzada simple. Si no se indica: 0.0.</translation>
    </message>
    <message>
        <source>Across the slope. With it the soil and the roots along the sides resist too (Casadei et al. 2003); left empty, the slope is infinite, which is on the safe side.</source>
        <translation>En sentido transversal a la ladera. Con ella también resisten el suelo y las raíces de los lados (Casadei et al. 2003); si se deja vacío, el talud es infinito, lo que queda del lado de la seguridad.</translation>
    </message>
    <message>
        <source>Add the layers to the project when the run is done.</source>
        <translation>Añadir las capas al proyecto cuando termine la ejecución.</translation>
    </message>
    <message>
        <source>Add the layers to the project, styled.</source>
        <translation>Añade las capas al proyecto, con su estilo.</translation>
    </message>
    <message>
        <source>Add the rasters to the project, each with its time.</source>
        <translation>Añadir los rásteres al proyecto, cada uno con su tiempo.</translation>
    </message>
    <message>
        <source>Add the results to the project, in a group, in order.</source>
        <translation>Añade los resultados al proyecto, en un grupo y en orden.</translation>
    </message>
    <message>
        <source>Added to the duration.</source>
        <translation>Se suma a la duración.</translation>
    </message>
    <message>
        <source>Adds factors one after the other: each step takes the one that lowers the log loss most on spatial folds. Kept are the fewest factors within one standard error of the best step.

What each step gained is told honestly: in every held-out fold the selection is made anew, inside its training part, and scored on ground that took no part in it, by AUROC and log loss with intervals. The page also says in which share of the folds each factor was kept; factors that say the same stand in for each other.

Fewer factors are easier to map and to defend; their maps are seldom better than those of all factors. Needs no modelling environment.</source>
        <translation>Añade factores uno tras otro: cada paso toma el que más reduce la pérdida logarítmica en particiones espaciales. Se conserva el menor número de factores que queda a menos de un error típico del mejor paso.

Lo que ganó cada paso se indica con honestidad: en cada partición reservada la selección se hace de nuevo, dentro de su parte de entrenamiento, y se puntúa en terreno que no participó en ella, mediante el AUROC y la pérdida logarítmica con intervalos. La página dice además en qué proporción de las particiones se conservó cada factor; los factores que dicen lo mismo se sustituyen unos a otros.

Menos factores son más fáciles de cartografiar y de defender; rara vez son mejores que todos juntos. No necesita entorno de modelado.</translation>
    </message>
    <message>
        <source>Adds what 'Compute factor of safety' takes for suction and the unsaturated infiltration: from SoilGrids by texture, organic carbon and density (HYPRES; Woesten and others 1999), with soc of every layer; from a soil table its columns of water. A model trained with the profile then has these as inputs too.</source>
        <translation>Añade lo que 'Calcular el factor de seguridad' usa para la succión y la infiltración no saturada: con SoilGrids, a partir de la textura, el carbono orgánico y la densidad (HYPRES; Woesten y otros 1999), con soc en todas las capas; con una tabla de suelos, sus columnas de agua. Un modelo entrenado con el perfil tiene entonces también estas propiedades como entradas.</translation>
    </message>
    <message>
        <source>All cells with every factor on the ground that is sampled; or stable samples, by the ground that they stand for, where they were chosen by hand from other ground. Choices: cells: All cells; samples: Stable samples. If not given: cells.</source>
        <translation>Todas las celdas del terreno muestreado que tienen valor en todos los factores; o las muestras estables, según el terreno que representan, si se eligieron a mano en otro terreno. Opciones: cells: Todas las celdas; samples: Muestras estables. Si no se indica: cells.</translation>
    </message>
    <message>
        <source>Along the slope, for the resistance at the head. Left empty, twice the width.</source>
        <translation>En el sentido de la ladera, para la resistencia en la cabecera. Si se deja vacío, el doble de la anchura.</translation>
    </message>
    <message>
        <source>Also draw each frame as a numbered PNG.</source>
        <translation>Dibujar también cada cuadro como un PNG numerado.</translation>
    </message>
    <message>
        <source>Also write each factor as a GeoTIFF of its own, named like the factor.</source>
        <translation>Escribe además cada factor como un GeoTIFF independiente, con el nombre del factor.</translation>
    </message>
    <message>
        <source>Also write the five classes of the model, whose limits come from its training.</source>
        <translation>Escribir también las cinco clases del modelo, cuyos límites proceden de su entrenamiento.</translation>
    </message>
    <message>
        <source>Another map on the same grid; both are then judged on the cells that both have.</source>
        <translation>Otro mapa en la misma malla; ambos se evalúan entonces en las celdas que tienen los dos.</translation>
    </message>
    <message>
        <source>Antecedent rain of a design storm, spread evenly over the hours before it; not used where rain that fell is given.</source>
        <translation>Lluvia antecedente de una tormenta de diseño, repartida por igual en las horas anteriores; no se usa si se indica la lluvia caída.</translation>
    </message>
    <message>
        <source>Any raster whose values rise or fall with danger.</source>
        <translation>Cualquier ráster cuyos valores suben o bajan con el peligro.</translation>
    </message>
    <message>
        <source>As 'Compute factor of safety' takes it, with columns ending in _low and _high for what is to be calibrated: cohesion_kpa, friction_deg, conductivity_m_s or field_conductivity_m_s; and, by soil, layer_bottom_m and wetness_shift in place of the ranges under Advanced. Left empty, the generic table of the plugin. CSV, text, .xlsx or .ods, or the name of a table of the project.</source>
        <translation>Como la toma 'Calcular el factor de seguridad', con columnas terminadas en _low y _high para lo que se va a calibrar: cohesion_kpa, friction_deg, conductivity_m_s o field_conductivity_m_s; y, por suelo, layer_bottom_m y wetness_shift en lugar de los rangos de los parámetros avanzados. Si se deja vacío, se usa la tabla genérica del complemento. CSV, texto, .xlsx o .ods, o el nombre de una tabla del proyecto.</translation>
    </message>
    <message>
        <source>As it came, with accepted values, their ranges and the mark of the landslides.</source>
        <translation>Tal como se dio, con los valores aceptados, sus rangos y la marca de los deslizamientos.</translation>
    </message>
    <message>
        <source>Author, date, sources of data: one line at the foot of the sheet.</source>
        <translation>Autor, fecha, fuentes de los datos: una línea al pie de la hoja.</translation>
    </message>
    <message>
        <source>Balanced gives landslides and stable cells the same total weight in training; the probabilities are shifted back to the share in the samples afterwards. If not given: none.</source>
        <translation>Equilibrado da a los deslizamientos y a las celdas estables el mismo peso total en el entrenamiento; después las probabilidades se devuelven a la proporción de las muestras. Si no se indica: none.</translation>
    </message>
    <message>
        <source>Band 1: dissimilarity index to the training data. Band 2: 1 inside the area of applicability, 0 outside (Meyer and Pebesma 2021).</source>
        <translation>Banda 1: índice de disimilitud respecto a los datos de entrenamiento. Banda 2: 1 dentro del área de aplicabilidad, 0 fuera (Meyer y Pebesma 2021).</translation>
    </message>
    <message>
        <source>Band 1: low. Band 2: high. Band 3: the part of high that storms outside the scenario table have. Where the table of the training, or SCENARIOS, carries the band of the rain's fit, bands 4 and 5: low and high with it. For models of dated events, storms without landslides among them, with probabilities corrected to the landslide share of the area.</source>
        <translation>Banda 1: baja. Banda 2: alta. Banda 3: la parte de la alta que corresponde a tormentas fuera de la tabla de escenarios. Si la tabla del entrenamiento, o SCENARIOS, lleva la banda del ajuste de la lluvia, bandas 4 y 5: baja y alta con ella. Para modelos de eventos fechados, con tormentas sin deslizamientos entre ellos y con probabilidades corregidas a la proporción de deslizamientos del área.</translation>
    </message>
    <message>
        <source>Band 1: share of members in the class of the mean. Band 2: share on its side of the threshold that was tuned in training.</source>
        <translation>Banda 1: proporción de miembros que coinciden en la clase de la media. Banda 2: proporción de miembros situados al mismo lado que la media respecto al umbral ajustado en el entrenamiento.</translation>
    </message>
    <message>
        <source>Band 1: share of members whose class is not that of the mean. Band 2: share of the other scenarios whose class is not that of the reference scenario.</source>
        <translation>Banda 1: proporción de miembros cuya clase no es la de la media. Banda 2: proporción de los demás escenarios cuya clase no es la del escenario de referencia.</translation>
    </message>
    <message>
        <source>Band 1: shortest return period of the rain at which the probability reaches the model's threshold. Band 2: 1 reached at the shortest already, 2 between two, 3 not up to the longest.</source>
        <translation>Banda 1: el menor período de retorno de la lluvia con el que la probabilidad alcanza el umbral del modelo. Banda 2: 1 alcanzado ya con el menor, 2 entre dos, 3 no alcanzado ni con el mayor.</translation>
    </message>
    <message>
        <source>Band of the scenario to compare.</source>
        <translation>Banda del escenario que se compara.</translation>
    </message>
    <message>
        <source>Band of the scenario.</source>
        <translation>Banda del escenario.</translation>
    </message>
    <message>
        <source>Band of the second map to judge.</source>
        <translation>Banda del segundo mapa que se evalúa.</translation>
    </message>
    <message>
        <source>Band of the year, for example.</source>
        <translation>Banda del año, por ejemplo.</translation>
    </message>
    <message>
        <source>Band to classify, such as a scenario's.</source>
        <translation>Banda que se clasifica, como la de un escenario.</translation>
    </message>
    <message>
        <source>Band to judge, such as a scenario's.</source>
        <translation>Banda que se evalúa, como la de un escenario.</translation>
    </message>
    <message>
        <source>Band to rank by.</source>
        <translation>Banda por la que se ordena.</translation>
    </message>
    <message>
        <source>Between 0 and 1. Empty, none is missing.</source>
        <translation>Entre 0 y 1. Vacío, no falta ninguno.</translation>
    </message>
    <message>
        <source>Both are fitted and printed; this one gives the scenarios. GEV has a shape of its own and needs a long record; Gumbel has a fixed, lighter tail. Choices: gev: GEV (generalised extreme value); gumbel.</source>
        <translation>Ambas se ajustan y se muestran; la que aquí se elige da los escenarios. La GEV tiene un parámetro de forma propio y necesita un registro largo; la de Gumbel tiene una cola fija y más ligera. Opciones: gev: GEV (valores extremos generalizada); gumbel.</translation>
    </message>
    <message>
        <source>By which share of itself the least upslope area of a stream is lowered from one division to the next. Small values are slower and leave fewer parts that are too small.</source>
        <translation>Proporción en que se reduce el área de aporte de los cauces de una división a la siguiente. Los valores pequeños son más lentos y dejan menos partes demasiado pequeñas.</translation>
    </message>
    <message>
        <source>CSV with a row a sample and a column a step, as 'Build rain series' writes it. Left empty, the samples have the columns themselves.</source>
        <translation>CSV con una fila por muestra y una columna por paso, como lo escribe 'Construir series de lluvia'. Si se deja vacío, las propias muestras tienen las columnas.</translation>
    </message>
    <message>
        <source>Cells of this class or a more dangerous one make the release areas. Mapped landslide bodies do not.</source>
        <translation>Las celdas de esta clase o de una más peligrosa forman las áreas de desprendimiento. Los cuerpos de deslizamiento cartografiados, no.</translation>
    </message>
    <message>
        <source>Cells outside become no-data in every band.</source>
        <translation>Las celdas exteriores quedan sin datos en todas las bandas.</translation>
    </message>
    <message>
        <source>Cells that drain at least this area are streams, for the factors streams, hand and distance_streams.</source>
        <translation>Las celdas que drenan al menos esta área son cauces, para los factores streams, hand y distance_streams.</translation>
    </message>
    <message>
        <source>Cells whose probability reaches it are shown. The log says at which share of the landslides and of the stable places it was reached in events left out of the training. Left empty, no such rasters are written.</source>
        <translation>Se muestran las celdas cuya probabilidad lo alcanza. El registro dice en qué proporción de los deslizamientos y de los lugares estables se alcanzó en los eventos excluidos del entrenamiento. Si se deja vacío, no se escriben tales rásteres.</translation>
    </message>
    <message>
        <source>Cells with a category that is new to the model stay empty, or are mapped as the known class of the training sample that is most like them in all other inputs; the area of applicability, which must then be asked for, shows them as outside. Choices: empty: Stay empty; nearest: As the nearest known class, shown as outside.</source>
        <translation>Las celdas con una categoría nueva para el modelo quedan vacías, o se cartografían como la clase conocida de la muestra de entrenamiento que más se les parece en todas las demás entradas; el área de aplicabilidad, que entonces debe solicitarse, las muestra como fuera de ella. Opciones: empty: Quedan vacías; nearest: Como la clase conocida más próxima, mostradas como fuera.</translation>
    </message>
    <message>
        <source>Cells, area and share for each pair of classes.</source>
        <translation>Celdas, área y proporción para cada par de clases.</translation>
    </message>
    <message>
        <source>Check reports what is there and changes nothing; Create makes the environment.</source>
        <translation>Comprobar informa de lo que hay y no cambia nada; Crear construye el entorno.</translation>
    </message>
    <message>
        <source>Check: the interpreter to check instead of the one found. Create: the Python (3.10 to 3.13) to make the environment from; by default the one that QGIS ships, else the newest found.</source>
        <translation>Comprobar: el intérprete que se comprueba en lugar del encontrado. Crear: el Python (3.10 a 3.13) a partir del cual se construye el entorno; por defecto, el que trae QGIS y, si no, el más reciente que se encuentre.</translation>
    </message>
    <message>
        <source>Chooses places to visit where a map is least certain: the cells with the highest uncertainty, a least distance apart, the most uncertain first.

Each point tells its rank, probability, uncertainty, class, coordinates and why it was chosen. Checks in the field show whether the model errs there; they are no sample from which an error rate of the map could be estimated, because they are chosen where errors are likely.</source>
        <translation>Elige lugares para visitar donde un mapa es menos seguro: las celdas con mayor incertidumbre, separadas por una distancia mínima, primero las más inciertas.

Cada punto indica su puesto, probabilidad, incertidumbre, clase y coordenadas, y por qué se eligió. Las comprobaciones en campo muestran si el modelo yerra allí; no son una muestra con la que se pueda estimar una tasa de error del mapa, porque se eligen donde los errores son probables.</translation>
    </message>
    <message>
        <source>Class raster written by 'Map susceptibility/uncertainty' with this model (1 to 5).</source>
        <translation>Ráster de clases escrito por 'Mapear susceptibilidad e incertidumbre' con este modelo (1 a 5).</translation>
    </message>
    <message>
        <source>Class told with each point.</source>
        <translation>Clase que se indica en cada punto.</translation>
    </message>
    <message>
        <source>Classes 1 Very low to 5 Very high, 6 mapped landslide bodies if given, 0 no-data.</source>
        <translation>Clases de 1 Muy baja a 5 Muy alta, 6 cuerpos de deslizamiento cartografiados si se dan, 0 sin datos.</translation>
    </message>
    <message>
        <source>Classes. Rasters are compared with the grid of the DEM.</source>
        <translation>Clases. Los rásteres se comparan con la malla del MDE.</translation>
    </message>
    <message>
        <source>Cloud-Optimised GeoTIFFs carry overviews and are quick to look at over a network or at small scales; they need twice the room while they are written. The values are the same. Choices: geotiff; cloud_optimised: Cloud-Optimised GeoTIFF with overviews.</source>
        <translation>Los GeoTIFF optimizados para la nube llevan vistas generales y se visualizan con rapidez a través de una red o a escalas pequeñas; necesitan el doble de espacio mientras se escriben. Los valores son los mismos. Opciones: geotiff; cloud_optimised: GeoTIFF optimizado para la nube, con vistas generales.</translation>
    </message>
    <message>
        <source>Codes of classes, such as those of Classify any map or of another program.</source>
        <translation>Códigos de clases, como los de Clasificar cualquier mapa o los de otro programa.</translation>
    </message>
    <message>
        <source>Coefficient of variation (standard deviation over mean) of the depth at a cell. It is stored in the raster, and Compute factor of safety takes it into the probability of failure. Depths from terrain are seldom better than 0.3.</source>
        <translation>Coeficiente de variación (desviación típica dividida por la media) de la profundidad en una celda. Se guarda en el ráster, y Calcular el factor de seguridad lo traslada a la probabilidad de rotura. En profundidades estimadas a partir del terreno este coeficiente rara vez baja de 0.3.</translation>
    </message>
    <message>
        <source>Coefficient of variation (standard deviation over mean) of the effective cohesion, lognormal.</source>
        <translation>Coeficiente de variación (desviación típica entre media) de la cohesión efectiva, lognormal.</translation>
    </message>
    <message>
        <source>Coefficient of variation of the soil depth, lognormal. At 0 the one that the soil depth raster states counts, where there is one, as 'Estimate soil depth' writes it.</source>
        <translation>Coeficiente de variación del espesor del suelo, lognormal. Con 0 vale el que declara el ráster de espesor del suelo, si lo hay, tal como lo escribe 'Estimar la profundidad del suelo'.</translation>
    </message>
    <message>
        <source>Coefficient of variation of the tangent of the friction angle, lognormal.</source>
        <translation>Coeficiente de variación de la tangente del ángulo de fricción, lognormal.</translation>
    </message>
    <message>
        <source>Coefficient of variation of the unit weight, normal.</source>
        <translation>Coeficiente de variación del peso unitario, normal.</translation>
    </message>
    <message>
        <source>Colours of the five classes on maps. The default can be told apart with any colour vision. Choices: default: Colour-blind safe, blue to red; study: Study, green to purple.</source>
        <translation>Colores de las cinco clases en los mapas. Los de la paleta por defecto se distinguen con cualquier visión del color. Opciones: default: Apta para daltónicos, de azul a rojo; study: Estudio, de verde a púrpura.</translation>
    </message>
    <message>
        <source>Columns code and root_cohesion_kpa, a row a class of the land cover. Start from resources/tables/root_cohesion.csv of the plugin, which is for ESA WorldCover. CSV, text, .xlsx or .ods, or the name of a table of the project.</source>
        <translation>Columnas code y root_cohesion_kpa, una fila por clase de la cobertura del suelo. Se puede partir de resources/tables/root_cohesion.csv del complemento, que es para ESA WorldCover. CSV, texto, .xlsx o .ods, o el nombre de una tabla del proyecto.</translation>
    </message>
    <message>
        <source>Columns code, name, layer_bottom_m, cohesion_kpa, friction_deg, unit_weight_kn_m3 and others; one row a layer. Start from resources/tables/soil_parameters.csv of the plugin. CSV, text, .xlsx or .ods, or the name of a table of the project.</source>
        <translation>Columnas code, name, layer_bottom_m, cohesion_kpa, friction_deg, unit_weight_kn_m3 y otras; una fila por capa. Se puede partir de resources/tables/soil_parameters.csv del complemento. CSV, texto, .xlsx o .ods, o el nombre de una tabla del proyecto.</translation>
    </message>
    <message>
        <source>Columns factor and weight; or a matrix with the factors in the header and in the first column, whose cells say how many times the factor of the row matters more than that of the column: 1 to 9, or 1/9 to 1. One half may be empty. Left out, all factors weigh alike. CSV, text, .xlsx or .ods, or the name of a table of the project.</source>
        <translation>Columnas factor y weight; o una matriz con los factores en el encabezado y en la primera columna, cuyas celdas dicen cuántas veces más importa el factor de la fila que el de la columna: de 1 a 9, o de 1/9 a 1. Una mitad puede estar vacía. Si se omite, todos los factores pesan igual. CSV, texto, .xlsx o .ods, o el nombre de una tabla del proyecto.</translation>
    </message>
    <message>
        <source>Columns factor, value, score: 0 is safe, 1 dangerous. Of a factor with classes a row a code; of any other the score is linear between two values and stays beyond them, and a value that stands twice makes a step. CSV, text, .xlsx or .ods, or the name of a table of the project.</source>
        <translation>Columnas factor, value, score: 0 es seguro, 1 peligroso. De un factor con clases, una fila por código; de cualquier otro, la puntuación es lineal entre dos valores y se mantiene más allá de ellos, y un valor que figura dos veces forma un escalón. CSV, texto, .xlsx o .ods, o el nombre de una tabla del proyecto.</translation>
    </message>
    <message>
        <source>Columns return_period_yr, intensity_mm_h, duration_h, antecedent_wetness, seismic_coefficient, as 'Build trigger scenarios' writes them. Left empty, the table below is used. CSV, text, .xlsx or .ods, or the name of a table of the project; or the JSON file of 'Build trigger scenarios'.</source>
        <translation>Columnas return_period_yr, intensity_mm_h, duration_h, antecedent_wetness, seismic_coefficient, tal como las escribe 'Construir escenarios desencadenantes'. Si se deja vacío, se usa la tabla de abajo. CSV, texto, .xlsx o .ods, o el nombre de una tabla del proyecto; o el archivo JSON de 'Construir escenarios desencadenantes'.</translation>
    </message>
    <message>
        <source>Columns return_period_yr, intensity_mm_h, duration_h, antecedent_wetness, seismic_coefficient, one row of which is the storm that set the landslides off. Left empty, the table below is used. CSV, text, .xlsx or .ods, or the name of a table of the project; or the JSON file of 'Build trigger scenarios'.</source>
        <translation>Columnas return_period_yr, intensity_mm_h, duration_h, antecedent_wetness, seismic_coefficient; una de las filas es la tormenta que provocó los deslizamientos. Si se deja vacío, se usa la tabla de abajo. CSV, texto, .xlsx o .ods, o el nombre de una tabla del proyecto; o el archivo JSON de 'Construir escenarios desencadenantes'.</translation>
    </message>
    <message>
        <source>Compares the critical depth by physics with the soil layer a model looks at most, and both with depths observed at landslides.

The model's layer is a diagnostic: where the soil profile comes from a table with one profile a rock unit, depth has no variation of its own, and no failure plane may be read from it. Without observed depths the result is marked as not validated; with them the root mean square error and the rank correlation tell what the depths are worth.</source>
        <translation>Compara la profundidad crítica según la física con la capa de suelo que más mira un modelo, y ambas con las profundidades observadas en los deslizamientos.

La capa del modelo es un diagnóstico: donde el perfil de suelo procede de una tabla con un perfil por unidad de roca, la profundidad no tiene variación propia y no se puede leer en ella ningún plano de rotura. Sin profundidades observadas el resultado se marca como no validado; con ellas, la raíz del error cuadrático medio y la correlación de rangos dicen lo que valen las profundidades.</translation>
    </message>
    <message>
        <source>Computes the factor of safety of a layered infinite slope for every cell and every trigger scenario, with the depth of the weakest plane and the probability of failure under uncertain soil and water.

Soil comes from one of: a soil profile raster; a lithology raster and a soil table; a soil table with one unit for the whole area; or the single values under Advanced. Generic values are no site data: use them to learn and to compare, not to design.

Water: a water table that starts at the scenario's antecedent wetness (or a depth, or a raster) and is raised by the rain that enters the soil; a fixed pressure ratio; steady flow from the upslope area (SHALSTAB); or the rain's pressure diffusing downwards over time (Iverson 2000, as TRIGRS). The seismic coefficient acts horizontally (pseudo-static); the yield coefficient and the Newmark displacement are separate outputs.

Gentle slopes are flat, not assessed by physics, and cliffs are beyond the model: both are no-data in every output but the mask, which does not say that they are safe. With near-uniform strength and one water-table ratio the deepest layer is nearly always the critical one.</source>
        <translation>Calcula el factor de seguridad de un talud infinito por capas para cada celda y cada escenario desencadenante, con la profundidad del plano más débil y la probabilidad de rotura con suelo y agua inciertos.

El suelo procede de una de estas fuentes: un ráster del perfil de suelo; un ráster de litología y una tabla de suelos; una tabla de suelos con una sola unidad para toda el área; o los valores únicos de los parámetros avanzados. Los valores genéricos no son datos del sitio: sirven para aprender y comparar, no para el diseño.

El agua: un nivel freático que parte de la humedad antecedente del escenario (o de una profundidad o un ráster) y que eleva la lluvia que entra en el suelo; un coeficiente de presión fijo; un flujo estacionario desde el área de aporte (SHALSTAB); o la presión de la lluvia que se difunde hacia abajo con el tiempo (Iverson 2000, como TRIGRS). El coeficiente sísmico actúa horizontalmente (pseudoestático); el coeficiente de aceleración crítica y el desplazamiento de Newmark son salidas aparte.

Las laderas de poca pendiente cuentan como llanas y no se evalúan con la física, y los acantilados quedan fuera del modelo: unas y otros quedan sin datos en todas las salidas salvo en la máscara, que no dice que sean seguros. Con una resistencia casi uniforme y una única relación de nivel freático, la capa más profunda es casi siempre la crítica.</translation>
    </message>
    <message>
        <source>Continues the rain on the same cells and in the same steps; of measured steps nothing is taken from it. A GeoTIFF with a band a step, NetCDF, or a folder of either (type its path). Times come from the file, or from a table NAME.times.csv beside it with a column time.</source>
        <translation>Continúa la lluvia en las mismas celdas y con los mismos pasos; para los pasos medidos no se toma nada de él. Un GeoTIFF con una banda por paso, NetCDF, o una carpeta de uno u otro (se escribe su ruta). Los tiempos se toman del archivo, o de una tabla NAME.times.csv situada junto a él con una columna time.</translation>
    </message>
    <message>
        <source>Coordinate x of a table without geometry, in metres: folds are made by place.</source>
        <translation>Coordenada x de una tabla sin geometría, en metros: las particiones se hacen según el lugar.</translation>
    </message>
    <message>
        <source>Coordinate y of a table without geometry, in metres: folds are made by place.</source>
        <translation>Coordenada y de una tabla sin geometría, en metros: las particiones se hacen según el lugar.</translation>
    </message>
    <message>
        <source>Copy of the scores: fit, spatial and random cross-validation, of the model and of what it is held against.</source>
        <translation>Copia de las puntuaciones: ajuste, validación cruzada espacial y al azar, del modelo y de aquello con que se compara.</translation>
    </message>
    <message>
        <source>Copy of the units with label, spatial fold of the first repeat, and the probability by the model that had not seen the fold.</source>
        <translation>Copia de las unidades con la etiqueta, la partición espacial de la primera repetición y la probabilidad según el modelo que no había visto la partición.</translation>
    </message>
    <message>
        <source>Correlation of the logarithms of cohesion and tan(friction angle); measured values are often negative.</source>
        <translation>Correlación entre los logaritmos de la cohesión y de tan(ángulo de fricción); los valores medidos suelen ser negativos.</translation>
    </message>
    <message>
        <source>Counts and shares of the run as a file.</source>
        <translation>Recuentos y proporciones de la ejecución como archivo.</translation>
    </message>
    <message>
        <source>Create: address of the package index to take in place of pip's (https://...), or a folder of wheels for a machine without a network, filled elsewhere by pip download.</source>
        <translation>Crear: dirección del índice de paquetes que se usa en lugar del de pip (https://...), o una carpeta de paquetes wheel para un equipo sin red, llenada en otro equipo con pip download.</translation>
    </message>
    <message>
        <source>Cuts a profile or table at this vertical depth, as bedrock would. Left empty, the profile counts down to its deepest layer.</source>
        <translation>Corta un perfil o una tabla a esta profundidad vertical, como lo haría la roca. Si se deja vacío, el perfil cuenta hasta su capa más profunda.</translation>
    </message>
    <message>
        <source>Cuts each factor into classes, counts landslides and area in each, and adds up what the classes of a cell say: weights of evidence (W+, contrast, studentised contrast), information value or frequency ratio. It runs in QGIS itself, without the modelling environment.

The density table holds each class with its area, landslides, ratio, weight and standard error. Limits of classes are learnt, or given by you, and learnt anew in each training part of the spatial cross-validation; beside the model stand logistic regression, slope alone, the best single factor and a constant.

Weights may be added where factors are independent given a landslide and given none. How many landslides the sum expects for each one observed is printed: far above 1, factors repeat each other. The model bundle is calibrated and corrected to the landslide share like any other, and mapped by 'Map susceptibility/uncertainty'.</source>
        <translation>Divide cada factor en clases, cuenta los deslizamientos y el área de cada una, y suma lo que dicen las clases de una celda: pesos de evidencia (W+, contraste, contraste estudentizado), valor informativo o razón de frecuencias. Se ejecuta en el propio QGIS, sin el entorno de modelado.

La tabla de densidades contiene cada clase con su área, deslizamientos, razón, peso y error típico. Los límites de las clases se aprenden, o se indican, y se aprenden de nuevo en cada parte de entrenamiento de la validación cruzada espacial; junto al modelo figuran la regresión logística, la pendiente sola, el mejor factor único y una constante.

Los pesos pueden sumarse si los factores son independientes tanto dado un deslizamiento como dada su ausencia. Se muestra cuántos deslizamientos espera la suma por cada uno observado: si son muchos más que 1, los factores se repiten unos a otros. El paquete del modelo se calibra y se corrige a la proporción de deslizamientos como cualquier otro, y se cartografía con 'Mapear susceptibilidad e incertidumbre'.</translation>
    </message>
    <message>
        <source>Date of the map, as it shall be printed.</source>
        <translation>Fecha del mapa, tal como debe imprimirse.</translation>
    </message>
    <message>
        <source>Declare it where wetness or shaking changes with the return period, which belongs to the rain alone.</source>
        <translation>Debe declararse cuando la humedad o el sismo cambian con el período de retorno, que corresponde únicamente a la lluvia.</translation>
    </message>
    <message>
        <source>Deeper ones are taken as real, such as dolines and quarries: water ends at their lowest cell. Left empty, all are filled.</source>
        <translation>Las más profundas se consideran reales, como dolinas y canteras: el agua termina en su celda más baja. Si se deja vacío, se rellenan todas.</translation>
    </message>
    <message>
        <source>Denominator of the scale. Left empty, the largest round scale at which the whole area fits the sheet.</source>
        <translation>Denominador de la escala. Si se deja vacío, la mayor escala redonda con la que el área entera cabe en la hoja.</translation>
    </message>
    <message>
        <source>Depth on level ground, and never exceeded. Take it from pits, borings or road cuts.</source>
        <translation>Profundidad en terreno llano, que nunca se supera. Conviene tomarla de calicatas, sondeos o cortes de carretera.</translation>
    </message>
    <message>
        <source>Depth on the steepest ground; no cell has less. 0 leaves bare rock, which is not assessed.</source>
        <translation>Profundidad en el terreno más empinado; ninguna celda tiene menos. 0 deja la roca desnuda, que no se evalúa.</translation>
    </message>
    <message>
        <source>Derives the factors that a trained model needs over another area, and maps it. Cells that are unlike the training data are marked. Give the lines and rasters that the model was trained with; the run says which are missing. Runs without the modelling environment.</source>
        <translation>Para otra área, deriva los factores que necesita un modelo ya entrenado y hace el mapa. Las celdas que no se parecen a los datos de entrenamiento se señalan. Deben indicarse las líneas y los rásteres con los que se entrenó el modelo; la ejecución indica cuáles faltan. Se ejecuta sin el entorno de modelado.</translation>
    </message>
    <message>
        <source>Distance over which the error changes smoothly (correlation length). Left empty, every cell errs on its own, which makes slopes of small cells very uncertain.</source>
        <translation>Distancia en la que el error cambia de forma suave (longitud de correlación). Si se deja vacío, el error de cada celda es independiente, lo que hace muy inciertas las pendientes de celdas pequeñas.</translation>
    </message>
    <message>
        <source>Distance to the nearest fault becomes a factor.</source>
        <translation>La distancia a la falla más cercana pasa a ser un factor.</translation>
    </message>
    <message>
        <source>Distance to the nearest fault becomes a factor. Lines beyond the DEM count too.</source>
        <translation>La distancia a la falla más cercana pasa a ser un factor. También cuentan las líneas situadas fuera del MDE.</translation>
    </message>
    <message>
        <source>Distance to the nearest river becomes a factor.</source>
        <translation>La distancia al río más cercano pasa a ser un factor.</translation>
    </message>
    <message>
        <source>Distance to the nearest river becomes a factor. Lines beyond the DEM count too.</source>
        <translation>La distancia al río más cercano pasa a ser un factor. También cuentan las líneas situadas fuera del MDE.</translation>
    </message>
    <message>
        <source>Distance to the nearest road becomes a factor.</source>
        <translation>La distancia a la carretera más cercana pasa a ser un factor.</translation>
    </message>
    <message>
        <source>Distance to the nearest road becomes a factor. Lines beyond the DEM count too.</source>
        <translation>La distancia a la carretera más cercana pasa a ser un factor. También cuentan las líneas situadas fuera del MDE.</translation>
    </message>
    <message>
        <source>Divides the ground into slope units: parts between divides and channels that look about the same way. Many agencies map landslides by them, for a slope fails as a whole and a cell does not.

The ground left and right of each stretch of stream is divided by ever smaller streams until its aspect is homogeneous or the parts would be too small (Alvioli et al. 2016). Parts that are too small are joined to the neighbour that looks most alike. Units are valid polygons that tile the DEM: every cell with a height is in one.

Give several least areas or variances to try: all combinations are tried, and the units are those that are most alike within and most different from their neighbours. The table holds both measures. Nothing needs to be installed.</source>
        <translation>Divide el terreno en unidades de ladera: partes entre divisorias y cauces con una orientación aproximadamente uniforme. Muchos organismos cartografían los deslizamientos por estas unidades, porque una ladera rompe como un todo y una celda, no.

El terreno a izquierda y derecha de cada tramo de cauce se divide con cauces cada vez menores hasta que su orientación es homogénea o las partes serían demasiado pequeñas (Alvioli et al. 2016). Las partes demasiado pequeñas se unen a la vecina que más se les parece. Las unidades son polígonos válidos que teselan el MDE: cada celda con altura pertenece a una.

Se pueden indicar varias áreas mínimas o varianzas que probar: se prueban todas las combinaciones, y las unidades resultantes son las más homogéneas por dentro y las más distintas de sus vecinas. La tabla contiene ambas medidas. No hay que instalar nada.</translation>
    </message>
    <message>
        <source>Dots per inch of the map; text and lines stay sharp at any.</source>
        <translation>Puntos por pulgada del mapa; los textos y las líneas quedan nítidos con cualquier valor.</translation>
    </message>
    <message>
        <source>Draws how the probability of a trained model answers to each factor: the mean over stable ground as the factor takes each of its values, with the median and the band over the members, and a line for every family in a stacked mean.

Ticks show the samples. Values outside those of the training are shaded: what the model does there is a guess. Factors that go together share their effect, so a curve says what the model does and not what causes landslides. Needs no modelling environment.</source>
        <translation>Dibuja cómo responde la probabilidad de un modelo entrenado a cada factor: la media sobre terreno estable cuando el factor toma cada uno de sus valores, con la mediana y la banda de los miembros, y una línea por cada familia en una media apilada.

Las marcas muestran las muestras. Los valores fuera de los del entrenamiento aparecen sombreados: lo que hace allí el modelo es una conjetura. Los factores que varían juntos comparten su efecto, de modo que una curva dice lo que hace el modelo y no lo que causa los deslizamientos. No necesita el entorno de modelado.</translation>
    </message>
    <message>
        <source>Draws one figure of six panels, 180 mm wide, as PNG (300 dpi), SVG and PDF, and a caption that defines every symbol in it.

Panels: the map of five classes with scale bar, north arrow, graticule and inventory; the spread of the members; the ROC of every method on held-out samples; the saliency of soil layers by scenario; the model against the factor of safety; the importance of factors. Where data of a panel are missing, the reliability curve, the prediction rate or the area by class takes its place, and the caption follows.

Inputs are those of 'Susceptibility report'. Colours are safe for the colour-blind.</source>
        <translation>Dibuja una figura de seis paneles, de 180 mm de ancho, como PNG (300 dpi), SVG y PDF, y un pie de figura que define todos sus símbolos.

Paneles: el mapa de cinco clases con barra de escala, flecha de norte, retícula e inventario; la dispersión de los miembros; la ROC de cada método en muestras reservadas; la saliencia de las capas del suelo por escenario; el modelo frente al factor de seguridad; la importancia de los factores. Si faltan los datos de un panel, lo sustituye la curva de fiabilidad, la tasa de predicción o el área por clase, y el pie se adapta.

Las entradas son las de 'Informe de susceptibilidad'. Los colores son aptos para daltónicos.</translation>
    </message>
    <message>
        <source>Duration and depth of the one that counts.</source>
        <translation>Duración y lámina del evento que cuenta.</translation>
    </message>
    <message>
        <source>Duration of the storms of all scenarios, and of annual maxima whose column does not tell one.</source>
        <translation>Duración de las tormentas de todos los escenarios, y de los máximos anuales cuya columna no indica ninguna.</translation>
    </message>
    <message>
        <source>Effective (drained) cohesion of the soil, used for the whole area where no profile, lithology or table is given. Loose sand has 0, most residual soils 5 to 15.</source>
        <translation>Cohesión efectiva (drenada) del suelo, que se usa en toda el área si no se da perfil, litología ni tabla. La arena suelta tiene 0; la mayoría de los suelos residuales, de 5 a 15.</translation>
    </message>
    <message>
        <source>Effective (drained) friction angle, used for the whole area where no profile, lithology or table is given. Clays have 17 to 28, residual soils 25 to 38, gravels up to 44.</source>
        <translation>Ángulo de fricción efectivo (drenado), que se usa en toda el área si no se da perfil, litología ni tabla. Las arcillas tienen de 17 a 28; los suelos residuales, de 25 a 38; las gravas, hasta 44.</translation>
    </message>
    <message>
        <source>Effective cohesion of each cell, in all layers, in place of the number, profile or table.</source>
        <translation>Cohesión efectiva de cada celda, en todas las capas, en lugar del número, el perfil o la tabla.</translation>
    </message>
    <message>
        <source>Effective friction angle of each cell, in all layers, in place of the number, profile or table.</source>
        <translation>Ángulo de fricción efectivo de cada celda, en todas las capas, en lugar del número, el perfil o la tabla.</translation>
    </message>
    <message>
        <source>Elevation on the same grid; maps are drawn on its relief. Left empty, that among the factors is taken.</source>
        <translation>Elevación en la misma malla; los mapas se dibujan sobre su relieve. Si se deja vacío, se toma la que figura entre los factores.</translation>
    </message>
    <message>
        <source>Elevation; the map is drawn on its relief. Left empty, that among the factors of the same model is taken.</source>
        <translation>Elevación; el mapa se dibuja sobre su relieve. Si se deja vacío, se toma la que figura entre los factores del mismo modelo.</translation>
    </message>
    <message>
        <source>Ensemble standard deviation to average.</source>
        <translation>Desviación típica del conjunto que se promedia.</translation>
    </message>
    <message>
        <source>Epochs over which the physics term grows from nothing to its full weight. If not given: 5.</source>
        <translation>Épocas en las que el término físico crece desde cero hasta su peso completo. Si no se indica: 5.</translation>
    </message>
    <message>
        <source>Epochs without improvement on the held-out block before training stops. If not given: 5.</source>
        <translation>Épocas sin mejora en el bloque reservado antes de que se detenga el entrenamiento. Si no se indica: 5.</translation>
    </message>
    <message>
        <source>Estimates how deep the soil is from the shape of the ground, for 'Compute factor of safety' (Soil depth raster) where nobody has measured it: one depth everywhere puts as much soil on a cliff as in a hollow.

Every model is a rule of thumb with parameters of other places: fit the largest and smallest depth to pits, borings or road cuts of your area. The limits are those typed here, never those of the DEM's extent, so that neighbouring areas fit together; they are stored in the raster, with the spread that 'Compute factor of safety' takes into the probability of failure.</source>
        <translation>Estima la profundidad del suelo a partir de la forma del terreno, para 'Calcular el factor de seguridad' (Ráster de espesor del suelo), donde nadie la ha medido: una profundidad única pone tanto suelo en un acantilado como en una vaguada.

Cada modelo es una regla empírica con parámetros de otros lugares: conviene ajustar la profundidad máxima y la mínima a calicatas, sondeos o cortes de carretera de la zona. Los límites son los que se escriben aquí, nunca los de la extensión del MDE, para que las áreas vecinas encajen entre sí; se guardan en el ráster, junto con la dispersión que 'Calcular el factor de seguridad' traslada a la probabilidad de rotura.</translation>
    </message>
    <message>
        <source>Events of rain are parted by dry steps that last at least so long: 24 to 48 h in warm seasons, up to 96 h in cold ones.</source>
        <translation>Los eventos de lluvia se separan por pasos secos que duran al menos este tiempo: de 24 a 48 h en las estaciones cálidas, hasta 96 h en las frías.</translation>
    </message>
    <message>
        <source>Events, lines and curves; as SVG by that ending.</source>
        <translation>Eventos, líneas y curvas; como SVG si el archivo lleva esa extensión.</translation>
    </message>
    <message>
        <source>Every band is summed up; fields are named by band and statistic, such as slope_mean.</source>
        <translation>Se resumen todas las bandas; los campos se llaman según la banda y el estadístico, como slope_mean.</translation>
    </message>
    <message>
        <source>Everything: table, differences, calibration, curves.</source>
        <translation>Todo: tabla, diferencias, calibración, curvas.</translation>
    </message>
    <message>
        <source>Exponent a degree, for the exponential model: at 0.04 the soil is half as deep every 17 degrees.</source>
        <translation>Exponente por grado, para el modelo exponencial: con 0.04 la profundidad del suelo se reduce a la mitad cada 17 grados.</translation>
    </message>
    <message>
        <source>Exponent m of (m + 1) (a / 22.13)^m (sin b / 0.0896)^n (Moore and Wilson 1992).</source>
        <translation>Exponente m de (m + 1) (a / 22.13)^m (sen b / 0.0896)^n (Moore y Wilson 1992).</translation>
    </message>
    <message>
        <source>Exponent n of the same formula.</source>
        <translation>Exponente n de la misma fórmula.</translation>
    </message>
    <message>
        <source>Exponent of the duration; at most 1, or a longer storm would bring less rain.</source>
        <translation>Exponente de la duración; como máximo 1, pues de lo contrario una tormenta más larga traería menos lluvia.</translation>
    </message>
    <message>
        <source>Exponent of the return period.</source>
        <translation>Exponente del período de retorno.</translation>
    </message>
    <message>
        <source>Exponential: thinner the steeper (DeRose 1996). Straight line over the tangent of the slope, or over the height (Saulnier et al. 1997). Position and curvature: the exponential one, deeper in hollows and thinner on crests and noses, after the terms of GIST (Catani et al. 2010). Choices: slope: Exponential with slope; s: Straight line over slope (s); z: Straight line over height (z); position: Slope, position and curvature.</source>
        <translation>Exponencial: menos suelo cuanto mayor es la pendiente (DeRose 1996). Línea recta según la tangente de la pendiente, o según la altitud (Saulnier et al. 1997). Posición y curvatura: la exponencial, con más suelo en las vaguadas y menos en crestas y lomas, a partir de los términos de GIST (Catani et al. 2010). Opciones: slope: Exponencial con la pendiente; s: Línea recta según la pendiente (s); z: Línea recta según la altitud (z); position: Pendiente, posición y curvatura.</translation>
    </message>
    <message>
        <source>Factor of safety, a band a scenario (T10, T25, ...), capped for display. No-data where it is not assessed: flat ground, cliffs, missing data.</source>
        <translation>Factor de seguridad, una banda por escenario (T10, T25, ...), con un tope para su representación. Sin datos donde no se evalúa: terreno llano, acantilados, datos que faltan.</translation>
    </message>
    <message>
        <source>Factor of safety, bands named T10, T25, ...; used for consistency figures and the sign term. No-data where physics says nothing; in a raster without the mark that 'Compute factor of safety' writes, as those of release 0.1, cells at the cap count as such.</source>
        <translation>Factor de seguridad, bandas llamadas T10, T25, ...; se usa para las cifras de coherencia y el término del signo. Sin datos donde la física no dice nada; en un ráster sin la marca que escribe 'Calcular el factor de seguridad', como los de la versión 0.1, las celdas que están en el tope cuentan como tales.</translation>
    </message>
    <message>
        <source>Factor rasters that the map was made from: for the overview of the area, the range on the map beside that of the training, and the maps of BUNDLES.</source>
        <translation>Rásteres de factores con los que se hizo el mapa: para la vista general del área, el rango en el mapa junto al del entrenamiento, y los mapas de BUNDLES.</translation>
    </message>
    <message>
        <source>Factors derived from the DEM. flow_accumulation is the upslope area in m2; catchment_area is the same per unit of contour length and adds nothing to it in a model. Distances and given rasters are always written. Choices: elevation; slope; aspect; aspect_sin: Aspect, east (1) to west (-1); aspect_cos: Aspect, north (1) to south (-1); plan_curvature: Plan curvature; profile_curvature: Profile curvature; tangential_curvature: Tangential curvature; total_curvature: Total curvature; tri: Terrain ruggedness index; tpi: Topographic position index; roughness; vrm: Vector ruggedness measure; flow_accumulation: Upslope area; catchment_area: Specific catchment area; twi: Topographic wetness index; stream_power: Stream power index; sediment_transport: Sediment transport index; streams; hand: Height above the nearest stream; distance_streams: Distance to streams; cut_catchment: Catchment cut by the edge.</source>
        <translation>Factores derivados del MDE. flow_accumulation es el área de drenaje en m2; catchment_area es lo mismo por unidad de longitud de curva de nivel y no le aporta nada en un modelo. Las distancias y los rásteres dados se escriben siempre. Opciones: elevation; slope; aspect; aspect_sin: Orientación, este (1) a oeste (-1); aspect_cos: Orientación, norte (1) a sur (-1); plan_curvature: Curvatura en planta; profile_curvature: Curvatura de perfil; tangential_curvature: Curvatura tangencial; total_curvature: Curvatura total; tri: Índice de rugosidad del terreno; tpi: Índice de posición topográfica; roughness; vrm: Medida vectorial de rugosidad; flow_accumulation: Área de drenaje; catchment_area: Área de drenaje específica; twi: Índice topográfico de humedad; stream_power: Índice de potencia del cauce; sediment_transport: Índice de transporte de sedimento; streams; hand: Altura sobre el cauce más cercano; distance_streams: Distancia a cauces; cut_catchment: Cuenca cortada por el borde.</translation>
    </message>
    <message>
        <source>Factors of safety within this distance of 1 say nothing about the sign. If not given: 0.1.</source>
        <translation>Los factores de seguridad a menos de esta distancia de 1 no dicen nada del signo. Si no se indica: 0.1.</translation>
    </message>
    <message>
        <source>Families of models in the stacked mean, each with as many votes as it earned on held-out ground; one alone is stored as it is. Choices: ensemble: Network ensemble; logistic: Logistic regression; additive: Additive model (GAM); forest: Random forest; boosting: Gradient boosting; bivariate: Bivariate classes (weights of evidence); svm: Support vector machine (radial kernel); perceptron: Two-layer perceptron (64-64); presence_background: Presence and background (log-linear, relative intensity). If not given: ensemble, logistic, additive, forest, boosting, bivariate.</source>
        <translation>Familias de modelos de la media apilada, cada una con tantos votos como ganó en terreno reservado; una sola se guarda tal cual. Opciones: ensemble: Conjunto de redes; logistic: Regresión logística; additive: Modelo aditivo (GAM); forest: Bosque aleatorio; boosting: Potenciación del gradiente; bivariate: Clases bivariantes (pesos de evidencia); svm: Máquina de vectores de soporte (núcleo radial); perceptron: Perceptrón de dos capas (64-64); presence_background: Presencia y fondo (log-lineal, intensidad relativa). Si no se indica: ensemble, logistic, additive, forest, boosting, bivariate.</translation>
    </message>
    <message>
        <source>Families of models in the stacked mean, each with as many votes as it earned on held-out units; one alone is stored as it is. logistic, additive, bivariate need no modelling environment. Choices: ensemble: Network ensemble; logistic: Logistic regression; additive: Additive model (GAM); forest: Random forest; boosting: Gradient boosting; bivariate: Bivariate classes (weights of evidence); svm: Support vector machine (radial kernel); perceptron: Two-layer perceptron (64-64); presence_background: Presence and background (log-linear, relative intensity). If not given: ensemble, logistic, additive, forest, boosting, bivariate.</source>
        <translation>Familias de modelos de la media apilada, cada una con tantos votos como ganó en unidades reservadas; una sola se guarda tal cual. logistic, additive, bivariate no necesitan el entorno de modelado. Opciones: ensemble: Conjunto de redes; logistic: Regresión logística; additive: Modelo aditivo (GAM); forest: Bosque aleatorio; boosting: Potenciación del gradiente; bivariate: Clases bivariantes (pesos de evidencia); svm: Máquina de vectores de soporte (núcleo radial); perceptron: Perceptrón de dos capas (64-64); presence_background: Presencia y fondo (log-lineal, intensidad relativa). Si no se indica: ensemble, logistic, additive, forest, boosting, bivariate.</translation>
    </message>
    <message>
        <source>Families that vote; one alone is stored as it is. Choices: logistic: Logistic regression; additive: Additive model (GAM); forest: Random forest; boosting: Gradient boosting; perceptron: Two-layer perceptron (64-64); ensemble: Network ensemble that reads the rain step by step.</source>
        <translation>Familias que votan; una sola se guarda tal cual. Opciones: logistic: Regresión logística; additive: Modelo aditivo (GAM); forest: Bosque aleatorio; boosting: Potenciación del gradiente; perceptron: Perceptrón de dos capas (64-64); ensemble: Conjunto de redes que lee la lluvia paso a paso.</translation>
    </message>
    <message>
        <source>Field by which the rows of the table of rain are called; needed where that table is given.</source>
        <translation>Campo por el que se identifican las filas de la tabla de lluvia; hace falta si se indica esa tabla.</translation>
    </message>
    <message>
        <source>Field of the inventory (year, event, region), each value left out in turn if folds are made by a field. A stable sample goes with the nearest landslide.</source>
        <translation>Campo del inventario (año, evento, región), cada uno de cuyos valores se deja fuera por turno si las particiones se hacen por un campo. Una muestra estable va con el deslizamiento más cercano.</translation>
    </message>
    <message>
        <source>Field of the mapped area with the event (return period or name, as in the inventory) that each polygon was mapped for; empty, it was mapped for all. An event that no landslide has set nothing off there.</source>
        <translation>Campo del área cartografiada con el evento (período de retorno o nombre, como en el inventario) para el que se cartografió cada polígono; vacío, se cartografió para todos. Un evento que no tiene ningún deslizamiento no provocó nada allí.</translation>
    </message>
    <message>
        <source>Field of the units (catchment, region, year), each value left out in turn if folds are made by a field.</source>
        <translation>Campo de las unidades (cuenca, región, año); si las particiones se hacen por un campo, cada valor se excluye por turno.</translation>
    </message>
    <message>
        <source>Field of the units with 1 for units with landslides and 0 for units without; empty is unknown. Left empty, the landslides of the inventory are counted.</source>
        <translation>Campo de las unidades con 1 para unidades con deslizamientos y 0 para unidades sin ellos; vacío significa desconocido. Si no se indica el campo, se cuentan los deslizamientos del inventario.</translation>
    </message>
    <message>
        <source>Field of whole numbers; class if left empty.</source>
        <translation>Campo de números enteros; class si se deja vacío.</translation>
    </message>
    <message>
        <source>Field that tells roads from rails, for example: the table then has a column of kilometres for each kind.</source>
        <translation>Campo que distingue, por ejemplo, carreteras de vías férreas: la tabla tiene entonces una columna de kilómetros por cada tipo.</translation>
    </message>
    <message>
        <source>Field with 1 for a landslide of that day at that place, 0 for none.</source>
        <translation>Campo con 1 para un deslizamiento de ese día en ese lugar, 0 si no lo hubo.</translation>
    </message>
    <message>
        <source>Field with 1 for landslides and 0 for stable places, against which landslides are then ranked.</source>
        <translation>Campo con 1 para deslizamientos y 0 para lugares estables, frente a los cuales se ordenan entonces los deslizamientos.</translation>
    </message>
    <message>
        <source>Field with 1 for landslides and 0 for stable places, against which landslides are then ranked; left empty, all features are landslides, ranked against all other cells.</source>
        <translation>Campo con 1 para deslizamientos y 0 para lugares estables, frente a los cuales se ordenan entonces los deslizamientos; si se deja vacío, todos los objetos son deslizamientos, ordenados frente a todas las demás celdas.</translation>
    </message>
    <message>
        <source>Field with 1 for landslides and 0 for stable places, if there is one.</source>
        <translation>Campo con 1 para deslizamientos y 0 para lugares estables, si lo hay.</translation>
    </message>
    <message>
        <source>Field with 1 for landslides and 0 for stable places, which are not counted; left empty, all features are landslides.</source>
        <translation>Campo con 1 para deslizamientos y 0 para lugares estables, que no se cuentan; si se deja vacío, todos los objetos son deslizamientos.</translation>
    </message>
    <message>
        <source>Field with 1 for landslides and 0 for stable places, which are not drawn; left empty, the one of the training if the inventory has it, else all features are landslides.</source>
        <translation>Campo con 1 para deslizamientos y 0 para lugares estables, que no se dibujan; si se deja vacío, el del entrenamiento si el inventario lo tiene y, si no, todos los objetos son deslizamientos.</translation>
    </message>
    <message>
        <source>Field with 1 for landslides and 0 for stable places, which are passed over.</source>
        <translation>Campo con 1 para deslizamientos y 0 para lugares estables, que se pasan por alto.</translation>
    </message>
    <message>
        <source>Field with 1 for landslides and 0 for stable places; leave empty if all features are landslides.</source>
        <translation>Campo con 1 para deslizamientos y 0 para lugares estables; se deja vacío si todos los objetos son deslizamientos.</translation>
    </message>
    <message>
        <source>Field with 1 for landslides and 0 for stable places; left empty, all features are landslides and stable samples are drawn at random.</source>
        <translation>Campo con 1 para deslizamientos y 0 para lugares estables; si se deja vacío, todos los objetos son deslizamientos y las muestras estables se sortean al azar.</translation>
    </message>
    <message>
        <source>Field with 1 for landslides and 0 for stable places; left empty, the one of the training if the inventory has it, else all features are landslides.</source>
        <translation>Campo con 1 para deslizamientos y 0 para lugares estables; si se deja vacío, el del entrenamiento si el inventario lo tiene y, si no, todos los objetos son deslizamientos.</translation>
    </message>
    <message>
        <source>Field with the date of each landslide: a date, 2018-05 or 2018; empty if unknown.</source>
        <translation>Campo con la fecha de cada deslizamiento: una fecha, 2018-05 o 2018; vacío si se desconoce.</translation>
    </message>
    <message>
        <source>Field with the date of each landslide: factors recorded after it may give it away.</source>
        <translation>Campo con la fecha de cada deslizamiento: los factores registrados después de ella pueden delatarlo.</translation>
    </message>
    <message>
        <source>Field with the day on which the rain of the row ends, such as 2020-08-30.</source>
        <translation>Campo con el día en que termina la lluvia de la fila, como 2020-08-30.</translation>
    </message>
    <message>
        <source>Field with the name of the event that triggered each landslide, in place of its return period; the table of events says more of each.</source>
        <translation>Campo con el nombre del evento que desencadenó cada deslizamiento, en lugar de su período de retorno; la tabla de eventos dice más de cada uno.</translation>
    </message>
    <message>
        <source>Field with the number of people; empty is none.</source>
        <translation>Campo con el número de personas; vacío equivale a ninguna.</translation>
    </message>
    <message>
        <source>Field with the return period in years of the event that triggered each landslide, empty if unknown; of a stable place, that of the event it stood through. The scenario table must have that return period. Each (cell, event) is then a sample of its own: ground that failed in it, and ground of the mapped area that stood through it. Needs the mapped area. Landslides of unknown events are left out, and their ground is stable in none.</source>
        <translation>Campo con el período de retorno en años del evento que desencadenó cada deslizamiento, vacío si se desconoce; de un lugar estable, el del evento que soportó. La tabla de escenarios debe tener ese período de retorno. Cada (celda, evento) es entonces una muestra propia: terreno que falló en él y terreno del área cartografiada que lo soportó. Necesita el área cartografiada. Los deslizamientos de eventos desconocidos se omiten, y su terreno no es estable en ninguno.</translation>
    </message>
    <message>
        <source>Field with the share, above 0 and up to 1, of its kind and storm that each row was drawn at: of all landslides of the storm, or of all its stable cells.</source>
        <translation>Campo con la proporción, mayor que 0 y hasta 1, con la que se sorteó cada fila entre las de su tipo y tormenta: de todos los deslizamientos de la tormenta, o de todas sus celdas estables.</translation>
    </message>
    <message>
        <source>Field with the type of each landslide, best by the names of Hungr et al. (2014).</source>
        <translation>Campo con el tipo de cada deslizamiento, preferiblemente con los nombres de Hungr et al. (2014).</translation>
    </message>
    <message>
        <source>Field with the type of each landslide; types that do not go together are warned of.</source>
        <translation>Campo con el tipo de cada deslizamiento; se advierte de los tipos que no deben tratarse juntos.</translation>
    </message>
    <message>
        <source>Field with what set off each landslide, such as rain, earthquake or road. Where they are of several kinds, the log says so.</source>
        <translation>Campo con lo que provocó cada deslizamiento, como lluvia, terremoto o carretera. El registro señala si hay mezcla.</translation>
    </message>
    <message>
        <source>Fields that do not change from storm to storm: slope, lithology, land cover.</source>
        <translation>Campos que no cambian de una tormenta a otra: pendiente, litología, cobertura del suelo.</translation>
    </message>
    <message>
        <source>Finds which values of cohesion, friction angle, conductivity, soil depth and antecedent wetness agree with the landslides of one storm: sets of values are drawn from the ranges of the soil table for each soil, run through the kernel of 'Compute factor of safety' on landslides and stable samples, and weighed by the likelihood of their probability of failure, with as many landslides as are independent.

The soil table that comes out is taken by 'Compute factor of safety' like the one that went in. Ranges are given this model and this inventory: where one value makes up for another only both together are known, and a value that the landslides tell nothing of stays as it was.

The table remembers the landslides. What is computed with it cannot be prior, factor or soil profile of a training on the same landslides, which would judge the model by what the soil was fitted to.</source>
        <translation>Busca qué valores de cohesión, ángulo de fricción, conductividad, espesor del suelo y humedad antecedente concuerdan con los deslizamientos de una tormenta: para cada suelo se extraen conjuntos de valores de los rangos de la tabla de suelos, se pasan por el núcleo de cálculo de 'Calcular el factor de seguridad' en deslizamientos y muestras estables, y se ponderan por la verosimilitud de su probabilidad de rotura, con tantos deslizamientos como sean independientes.

La tabla de suelos que resulta se usa en 'Calcular el factor de seguridad' igual que la de entrada. Los rangos están condicionados a este modelo y a este inventario: donde un valor compensa a otro solo se conocen los dos juntos, y un valor del que los deslizamientos no dicen nada queda como estaba.

La tabla guarda memoria de los deslizamientos. Lo que se calcula con ella no puede ser estimación previa, factor ni perfil de suelo de un entrenamiento con los mismos deslizamientos, pues el modelo se evaluaría con aquello a lo que se ajustó el suelo.</translation>
    </message>
    <message>
        <source>First and last date of the landslides, such as 2005/2010, if no field holds them.</source>
        <translation>Primera y última fecha de los deslizamientos, como 2005/2010, si ningún campo las contiene.</translation>
    </message>
    <message>
        <source>Five classes of the reference scenario, 1 Very low to 5 Very high, 0 no-data.</source>
        <translation>Cinco clases del escenario de referencia, de 1 Muy baja a 5 Muy alta, 0 sin datos.</translation>
    </message>
    <message>
        <source>Flat says nothing of how stable the ground is. The cap, with a probability of failure of 0, is for programs that need a number in every cell and must not be read as safe; such cells count as not assessed wherever this plugin reads them. Choices: nodata: No data; cap: The largest factor of safety, and a probability of 0.</source>
        <translation>Que una celda sea llana no dice nada de la estabilidad del terreno. El tope, con una probabilidad de rotura de 0, es para programas que necesitan un número en cada celda y no debe leerse como seguro; tales celdas cuentan como no evaluadas siempre que las lee este complemento. Opciones: nodata: Sin datos; cap: El mayor factor de seguridad, y una probabilidad de 0.</translation>
    </message>
    <message>
        <source>Flow along the slope in full soil, for the steady wetness. Left empty, conductivity times soil depth across the slope.</source>
        <translation>Flujo a lo largo de la ladera con el suelo saturado, para la humedad estacionaria. Si se deja vacío, la conductividad por el espesor del suelo medido perpendicularmente a la ladera.</translation>
    </message>
    <message>
        <source>Flow into the soil long before the storm, for the transient infiltration: it lowers the pressure gradient.</source>
        <translation>Flujo que entra en el suelo mucho antes de la tormenta, para la infiltración transitoria: reduce el gradiente de presión.</translation>
    </message>
    <message>
        <source>Folder BUNDLES of 'Compare models': each model in it is mapped beside the others. Needs FACTORS.</source>
        <translation>Carpeta BUNDLES de 'Comparar modelos': cada modelo que contiene se cartografía junto a los demás. Necesita FACTORS.</translation>
    </message>
    <message>
        <source>Folder for figures (PNG): ROC, success and prediction rate, coefficients.</source>
        <translation>Carpeta para figuras (PNG): ROC, tasas de éxito y de predicción, coeficientes.</translation>
    </message>
    <message>
        <source>Folder for the trained model: all that is needed to map any storm with it, and its scores.</source>
        <translation>Carpeta para el modelo entrenado: todo lo necesario para cartografiar con él cualquier tormenta, y sus puntuaciones.</translation>
    </message>
    <message>
        <source>Folder for the trained model: everything needed to map with it anywhere, and a model card (card.html).</source>
        <translation>Carpeta para el modelo entrenado: todo lo necesario para cartografiar con él en cualquier lugar, y una ficha del modelo (card.html).</translation>
    </message>
    <message>
        <source>Folder for what is chosen above, made if it is not there; if none is given, a temporary one, which goes when QGIS closes. Only files that this plugin wrote there are replaced.</source>
        <translation>Carpeta para lo elegido arriba, que se crea si no existe; si se deja sin indicar, desaparece al cerrar QGIS. Solo se reemplazan archivos que este complemento escribió en ella.</translation>
    </message>
    <message>
        <source>Folder of a trained model: the terrain factors it needs are derived, in place of those chosen. The .zip of a model works as well.</source>
        <translation>Carpeta de un modelo entrenado: se derivan los factores del terreno que necesita, en lugar de los elegidos. También sirve el .zip de un modelo.</translation>
    </message>
    <message>
        <source>Folder or .zip written by a training.</source>
        <translation>Carpeta o .zip que escribió un entrenamiento.</translation>
    </message>
    <message>
        <source>Folder that gets a bundle of each model; left empty, models are only compared.</source>
        <translation>Carpeta que recibe un paquete de cada modelo; si se deja sin indicar, los modelos solo se comparan.</translation>
    </message>
    <message>
        <source>Folder that gets every figure of the page as PNG (300 dpi), SVG and PDF. It takes some minutes.</source>
        <translation>Carpeta que recibe todas las figuras de la página como PNG (300 dpi), SVG y PDF. Tarda unos minutos.</translation>
    </message>
    <message>
        <source>Folder that gets six_panels.png, .svg, .pdf and .txt.</source>
        <translation>Carpeta que recibe six_panels.png, .svg, .pdf y .txt.</translation>
    </message>
    <message>
        <source>Folder that gets the charts as SVG, PNG (300 dpi) and PDF: all in one, and one a factor.</source>
        <translation>Carpeta que recibe los gráficos como SVG, PNG (300 dpi) y PDF: todos en uno, y uno por factor.</translation>
    </message>
    <message>
        <source>Folder written by 'Train event model'. The .zip of a model works as well.</source>
        <translation>Carpeta escrita por 'Entrenar modelo de eventos'. El .zip de un modelo también sirve.</translation>
    </message>
    <message>
        <source>Folder written by 'Train on mapping units'. The .zip of a model works as well.</source>
        <translation>Carpeta escrita por 'Entrenar con unidades cartográficas'. También sirve el .zip de un modelo.</translation>
    </message>
    <message>
        <source>Folder written by 'Train susceptibility ensemble' or 'Physics-informed training', with scenarios. The .zip of a model works as well.</source>
        <translation>Carpeta escrita por 'Entrenar el conjunto de modelos de susceptibilidad' o 'Entrenamiento informado por la física', con escenarios. El .zip de un modelo también sirve.</translation>
    </message>
    <message>
        <source>Folder written by 'Train susceptibility ensemble', 'Physics-informed training' or 'Compare models'. The .zip of a model works as well.</source>
        <translation>Carpeta escrita por 'Entrenar el conjunto de modelos de susceptibilidad', 'Entrenamiento informado por la física' o 'Comparar modelos'. También sirve el .zip de un modelo.</translation>
    </message>
    <message>
        <source>Folder written by a training, or that of one model written by 'Compare models'. The .zip of a model works as well.</source>
        <translation>Carpeta escrita por un entrenamiento, o la de un modelo escrito por 'Comparar modelos'. También sirve el .zip de un modelo.</translation>
    </message>
    <message>
        <source>Folder written by a training. The .zip of a model works as well.</source>
        <translation>Carpeta escrita por un entrenamiento. También sirve el .zip de un modelo.</translation>
    </message>
    <message>
        <source>Folds are made of square blocks of ground. Left empty, a tenth of the longer side of the samples' extent.</source>
        <translation>Las particiones se hacen con bloques cuadrados de terreno. Si se deja vacío, una décima parte del lado mayor de la extensión de las muestras.</translation>
    </message>
    <message>
        <source>For Green and Ampt: 0.05 in sand, 0.09 in loam, 0.3 in clay (Rawls and others 1983).</source>
        <translation>Para Green y Ampt: 0.05 en arena, 0.09 en suelo franco, 0.3 en arcilla (Rawls y otros 1983).</translation>
    </message>
    <message>
        <source>For SoilGrids, which ends at 2 m: the deepest layer's values go on to this depth. Left empty, the profile ends where the data do.</source>
        <translation>Para SoilGrids, que termina a 2 m: los valores de la capa más profunda se prolongan hasta esta profundidad. Si se deja vacío, el perfil termina donde terminan los datos.</translation>
    </message>
    <message>
        <source>For SoilGrids: clay at least 35 %. A matter of calibration, as above.</source>
        <translation>Para SoilGrids: al menos un 35 % de arcilla. Es cuestión de calibración, como los anteriores.</translation>
    </message>
    <message>
        <source>For SoilGrids: clay under 18 % and sand over 65 %. No rule gives cohesion from texture: calibrate it so that slopes that stand come out stable.</source>
        <translation>Para SoilGrids: menos del 18 % de arcilla y más del 65 % de arena. Ninguna regla da la cohesión a partir de la textura: debe calibrarse de modo que las laderas que se sostienen resulten estables.</translation>
    </message>
    <message>
        <source>For SoilGrids: neither coarse nor fine. A matter of calibration, as above.</source>
        <translation>Para SoilGrids: ni grueso ni fino. Es cuestión de calibración, como el anterior.</translation>
    </message>
    <message>
        <source>For a model that has the probability of failure as an input, as 'Physics-informed training' makes it: a band a scenario, made as that of the training. Left empty, every cell has the median of the training samples.</source>
        <translation>Para un modelo que tiene la probabilidad de rotura como entrada, como los que hace 'Entrenamiento informado por la física': una banda por escenario, obtenida igual que la del entrenamiento. Si se deja vacío, todas las celdas reciben la mediana de las muestras de entrenamiento.</translation>
    </message>
    <message>
        <source>For a model that has the probability of failure as an input, as 'Physics-informed training' makes it: a band a scenario, made as that of the training. Left empty, every point has the median of the training samples.</source>
        <translation>Para un modelo que tiene la probabilidad de rotura como entrada, como los que hace 'Entrenamiento informado por la física': una banda por escenario, hecha como la del entrenamiento. Si se deja vacío, cada punto tiene la mediana de las muestras de entrenamiento.</translation>
    </message>
    <message>
        <source>For fixed limits the four probabilities, for quantiles the share of the area below each limit, such as 0.5 0.75 0.9 0.95; a value at a fixed limit belongs to the class above it.</source>
        <translation>Para límites fijos, las cuatro probabilidades; para cuantiles, la proporción del área por debajo de cada límite, como 0.5 0.75 0.9 0.95; un valor en un límite fijo pertenece a la clase superior.</translation>
    </message>
    <message>
        <source>For own rasters without depths in their names: the bottoms of their bands, such as 0.5 1 2.</source>
        <translation>Para rásteres propios sin profundidades en sus nombres: las bases de sus bandas, como 0.5 1 2.</translation>
    </message>
    <message>
        <source>For position and curvature: at this total curvature (convex) a cell has half the depth, at as much concave one and a half times.</source>
        <translation>Para posición y curvatura: con esta curvatura total (convexa) una celda tiene la mitad de la profundidad; con otro tanto de concavidad, una vez y media.</translation>
    </message>
    <message>
        <source>For position and curvature: half width, in cells, of the square whose mean height the cell is compared with. About half a hillslope.</source>
        <translation>Para posición y curvatura: semianchura, en celdas, del cuadrado con cuya altura media se compara la celda. Aproximadamente la mitad de una ladera.</translation>
    </message>
    <message>
        <source>For position and curvature: so far above the mean of its surroundings a cell has half the depth, so far below one and a half times.</source>
        <translation>Para posición y curvatura: una celda situada esta altura por encima de la media de su entorno tiene la mitad de la profundidad; situada otro tanto por debajo, una vez y media.</translation>
    </message>
    <message>
        <source>For the laws with a water table, how much rain enters the soil: at most the conductivity at every moment; or by Green and Ampt, more at first, while the ground is dry. The transient laws keep to the conductivity. Choices: capacity: Rain up to the conductivity; green_ampt: Green and Ampt.</source>
        <translation>Cuánta lluvia entra en el suelo en las opciones con nivel freático: en cada momento, como máximo la conductividad; o, según Green y Ampt, más al principio, mientras el terreno está seco. Las leyes transitorias se limitan a la conductividad. Opciones: capacity: Lluvia hasta la conductividad; green_ampt: Green y Ampt.</translation>
    </message>
    <message>
        <source>For the output Model against physics; bands named as the scenarios, or one band. Cells that this raster did not assess are not compared.</source>
        <translation>Para la salida Modelo frente a física; bandas con los mismos nombres que los escenarios, o una sola banda. Lo que el factor de seguridad no evaluó no se compara con nada.</translation>
    </message>
    <message>
        <source>For the shape of that name: any numbers, one a block, such as 1 2 5 3 1, scaled to each storm's rain.</source>
        <translation>Para la forma de ese nombre: números cualesquiera, uno por bloque, como 1 2 5 3 1, escalados a la lluvia de cada tormenta.</translation>
    </message>
    <message>
        <source>For the shape of that name: any numbers, one a step, such as 1 2 5 3 1, scaled to the storm's depth.</source>
        <translation>Para la forma de ese nombre: números cualesquiera, uno por paso, como 1 2 5 3 1, escalados a la lámina de la tormenta.</translation>
    </message>
    <message>
        <source>For the straight line over height, in metres.</source>
        <translation>Para la línea recta según la altitud, en metros.</translation>
    </message>
    <message>
        <source>For the straight line over height, in metres. It is not read from the DEM: depths would then change with its extent.</source>
        <translation>Para la línea recta según la altitud, en metros. No se lee del MDE: las profundidades cambiarían entonces con su extensión.</translation>
    </message>
    <message>
        <source>For the straight line over slope: gentler cells have the largest depth.</source>
        <translation>Para la línea recta según la pendiente: las celdas menos inclinadas tienen la profundidad máxima.</translation>
    </message>
    <message>
        <source>For the straight line over slope: steeper cells have the smallest depth.</source>
        <translation>Para la línea recta según la pendiente: las celdas más inclinadas tienen la profundidad mínima.</translation>
    </message>
    <message>
        <source>For the transient infiltration: the moment that is looked at. Deep planes may be weakest after the rain.</source>
        <translation>Para la infiltración transitoria: el momento que se considera. Los planos profundos pueden alcanzar su mayor debilidad después de la lluvia.</translation>
    </message>
    <message>
        <source>For the transient infiltration: whether bedrock lets no water through, or the soil goes on below. Choices: finite: Lets no water through; infinite: None, water drains on.</source>
        <translation>Para la infiltración transitoria: si la roca no deja pasar el agua o si el suelo continúa por debajo. Opciones: finite: No deja pasar el agua; infinite: Ninguna, el agua sigue drenando.</translation>
    </message>
    <message>
        <source>Formula of slope and aspect. Horn weighs all eight neighbours and smooths small errors of the DEM; Zevenbergen and Thorne takes the four nearest and suits smooth terrain. Curvatures always follow Zevenbergen and Thorne. Choices: horn: Horn (1981); zevenbergen_thorne: Zevenbergen and Thorne (1987).</source>
        <translation>Fórmula de la pendiente y la orientación. La de Horn pondera las ocho vecinas y suaviza los pequeños errores del MDE; la de Zevenbergen y Thorne toma las cuatro más próximas y es adecuada para terrenos suaves. Las curvaturas siguen siempre a Zevenbergen y Thorne. Opciones: horn: Horn (1981); zevenbergen_thorne: Zevenbergen y Thorne (1987).</translation>
    </message>
    <message>
        <source>From a DEM and a landslide inventory to a five-class susceptibility map by weights of evidence: terrain factors, classes and their densities of landslides with spatial cross-validation, mapping. Runs in QGIS alone, without the modelling environment.</source>
        <translation>De un MDE y un inventario de deslizamientos a un mapa de susceptibilidad de cinco clases mediante pesos de evidencia: factores del terreno, clases y sus densidades de deslizamientos con validación cruzada espacial, cartografía. Se ejecuta únicamente en QGIS, sin el entorno de modelado.</translation>
    </message>
    <message>
        <source>From a DEM and a landslide inventory to a five-class susceptibility map: terrain factors, training with spatial cross-validation, mapping. Needs the modelling environment.</source>
        <translation>De un MDE y un inventario de deslizamientos a un mapa de susceptibilidad de cinco clases: factores del terreno, entrenamiento con validación cruzada espacial, cartografía. Necesita el entorno de modelado.</translation>
    </message>
    <message>
        <source>From a DEM and a landslide inventory to a map of five classes with its uncertainty and a report, in one run.

The layers are checked first, as 'Check inputs' does; the study is not begun where one cannot be used. Layers on other grids are aligned, and a DEM in degrees is taken to metres in its UTM zone; the log says both, and how many minutes the study will take. Then terrain factors are derived, a model is trained and judged on ground it has not seen, and the area is mapped. A soil table and rain together add slope stability, which the model learns from, and a map for each return period.

All results stay in one folder: factors, model, maps with their styles, report and the check of the inputs. Without the modelling environment the map is made by bivariate classes, in QGIS itself.

Each step is an algorithm of its own below, with all its choices.</source>
        <translation>De un MDE y un inventario de deslizamientos a un mapa de cinco clases con su incertidumbre y un informe, en una sola ejecución.

Primero se comprueban las capas, como hace 'Comprobar los datos de entrada'; el estudio no se inicia si alguna no se puede usar. Las capas en otras mallas se alinean, y un MDE en grados se pasa a metros en su zona UTM; el registro informa de ambas cosas y de cuántos minutos durará el estudio. Después se derivan los factores del terreno, se entrena un modelo, se evalúa en terreno que no ha visto y se cartografía el área. Una tabla de suelos y la lluvia, juntas, añaden la estabilidad de laderas, de la que aprende el modelo, y un mapa por cada período de retorno.

Todos los resultados quedan en una carpeta: factores, modelo, mapas con sus estilos, informe y la comprobación de los datos. Sin el entorno de modelado el mapa se hace con clases bivariantes, en el propio QGIS.

Cada paso es también un algoritmo independiente, más abajo, con todas sus opciones.</translation>
    </message>
    <message>
        <source>From a DEM and a landslide inventory to five susceptibility classes of slope units: terrain factors, slope units, factors of the units, training with spatial cross-validation (logistic regression and bivariate classes), mapping. Runs in QGIS alone, without the modelling environment.</source>
        <translation>De un MDE y un inventario de deslizamientos a cinco clases de susceptibilidad de unidades de ladera: factores del terreno, unidades de ladera, factores de las unidades, entrenamiento con validación cruzada espacial (regresión logística y clases bivariantes), cartografía. Se ejecuta únicamente en QGIS, sin el entorno de modelado.</translation>
    </message>
    <message>
        <source>From a DEM, a landslide inventory, a lithology raster and a gauge's annual maxima to a susceptibility map for each return period: soil profile, trigger scenarios, factor of safety, physics-informed training, mapping. Without a soil table of your own generic values are used, which are no site data. Needs the modelling environment.</source>
        <translation>De un MDE, un inventario de deslizamientos, un ráster de litología y los máximos anuales de un pluviómetro a un mapa de susceptibilidad por cada período de retorno: perfil de suelo, escenarios desencadenantes, factor de seguridad, entrenamiento informado por la física, cartografía. Sin una tabla de suelos propia se usan valores genéricos, que no son datos del lugar. Necesita el entorno de modelado.</translation>
    </message>
    <message>
        <source>Further factors, such as soil maps; taken as quantities.</source>
        <translation>Otros factores, como mapas de suelos; se toman como magnitudes.</translation>
    </message>
    <message>
        <source>Gauges farther away say nothing of a sample, whose rain is then a gap. Convective storms are a few kilometres wide.</source>
        <translation>Los pluviómetros más alejados no dicen nada de una muestra, cuya lluvia es entonces un hueco. Las tormentas convectivas tienen pocos kilómetros de anchura.</translation>
    </message>
    <message>
        <source>Gentler cells are not assessed by physics: the infinite slope says nothing of them.</source>
        <translation>Las celdas de menor pendiente no se evalúan con la física: el talud infinito no dice nada de ellas.</translation>
    </message>
    <message>
        <source>GeoPackage of polygons with class, name, cells, area_m2 and area_km2, which tile the cells with a class.</source>
        <translation>GeoPackage de polígonos con class, name, cells, area_m2 y area_km2, que cubren sin huecos las celdas que tienen clase.</translation>
    </message>
    <message>
        <source>GeoPackage of polygons with unit, area_m2, aspect (mean, degrees), variance and cells.</source>
        <translation>GeoPackage de polígonos con unit, area_m2, aspect (orientación media, grados), variance y cells.</translation>
    </message>
    <message>
        <source>GeoPackage with one point a cell.</source>
        <translation>GeoPackage con un punto por celda.</translation>
    </message>
    <message>
        <source>GeoPackage with the features, their fields, and worst_class and worst_name.</source>
        <translation>GeoPackage con los objetos, sus campos, y worst_class y worst_name.</translation>
    </message>
    <message>
        <source>GeoPackage with the features, their fields, and worst_class and worst_name; length_m and share_ of each class.</source>
        <translation>GeoPackage con los objetos, sus campos, y worst_class y worst_name; length_m y share_ de cada clase.</translation>
    </message>
    <message>
        <source>GeoPackage with the polygons, their fields, a field a band and statistic, cells and by_centre.</source>
        <translation>GeoPackage con los polígonos, sus campos, un campo por banda y estadístico, cells y by_centre.</translation>
    </message>
    <message>
        <source>GeoPackage with the polygons, their fields, and mean, p90, share_above, spread, cells and by_centre.</source>
        <translation>GeoPackage con los polígonos, sus campos, y mean, p90, share_above, spread, cells y by_centre.</translation>
    </message>
    <message>
        <source>GeoPackage with the units, their fields, and the results.</source>
        <translation>GeoPackage con las unidades, sus campos y los resultados.</translation>
    </message>
    <message>
        <source>GeoPackage: release (number, the largest first), cells, area_m2 and, of a probability, p_mean and p_max. Release areas are where failures may begin; nothing is said of how far they run.</source>
        <translation>GeoPackage: release (número, primero la mayor), cells, area_m2 y, de una probabilidad, p_mean y p_max. Las áreas de desprendimiento son donde pueden empezar las roturas; nada se dice de hasta dónde llegan.</translation>
    </message>
    <message>
        <source>GeoTIFF, float32, no-data -9999, a band a factor.</source>
        <translation>GeoTIFF, float32, sin datos -9999, una banda por factor.</translation>
    </message>
    <message>
        <source>GeoTIFF, float32, no-data -9999, a described band a property and layer.</source>
        <translation>GeoTIFF, float32, sin datos -9999, una banda con descripción por propiedad y capa.</translation>
    </message>
    <message>
        <source>Half width, in cells, of the square whose mean height the cell is compared with. 1 is the 3 x 3 window.</source>
        <translation>Semianchura, en celdas, del cuadrado con cuya altura media se compara la celda. 1 es la ventana de 3 x 3.</translation>
    </message>
    <message>
        <source>Header, codes in the first column and names in another. Not needed where the raster has an attribute table, category names or a table &lt;raster&gt;_classes.csv beside it. Polygons with names get the codes of this table; without it they are numbered by the alphabet. CSV, text, .xlsx or .ods, or the name of a table of the project.</source>
        <translation>Con encabezado, códigos en la primera columna y nombres en otra. No hace falta si el ráster tiene una tabla de atributos, nombres de categorías o una tabla &lt;ráster&gt;_classes.csv a su lado. Los polígonos con nombres reciben los códigos de esta tabla; sin ella se numeran por orden alfabético. CSV, texto, .xlsx o .ods, o el nombre de una tabla del proyecto.</translation>
    </message>
    <message>
        <source>Height of the mass that is released where the raster of depths has none, or everywhere without such a raster.</source>
        <translation>Altura de la masa que se desprende donde el ráster de profundidades no tiene valor, o en todas partes si no hay tal ráster.</translation>
    </message>
    <message>
        <source>Heights above sea level; its coordinate system may be in metres or in degrees.</source>
        <translation>Alturas; con coordenadas en metros o en grados.</translation>
    </message>
    <message>
        <source>Heights; all other layers are compared with its grid.</source>
        <translation>Alturas; todas las demás capas se comparan con su malla.</translation>
    </message>
    <message>
        <source>Heights; band 1 is used. No-data cells stay no-data.</source>
        <translation>Alturas; se usa la banda 1. Las celdas sin datos quedan sin datos.</translation>
    </message>
    <message>
        <source>Heights; band 1 is used. Take one that holds whole catchments: its edge cuts units.</source>
        <translation>Alturas; se usa la banda 1. Conviene uno que contenga cuencas enteras: su borde corta las unidades.</translation>
    </message>
    <message>
        <source>Heights; it should hold whole catchments.</source>
        <translation>Alturas; debería abarcar cuencas enteras.</translation>
    </message>
    <message>
        <source>Horizontal, as a share of gravity: one number, or one for each return period. 0 is no shaking.</source>
        <translation>Horizontal, como proporción de la gravedad: un número, o uno por período de retorno. 0 significa sin sismo.</translation>
    </message>
    <message>
        <source>Hours that the times of the rain are ahead of UTC, such as 1 for Central European Time and -5 for Ecuador.</source>
        <translation>Horas que los tiempos de la lluvia están adelantados respecto a UTC, como 1 para la hora de Europa Central y -5 para Ecuador.</translation>
    </message>
    <message>
        <source>Hours that the times of the samples are ahead of UTC. A date without an hour ends at the midnight of this clock.</source>
        <translation>Horas de adelanto de los tiempos de las muestras respecto a UTC. Una fecha sin hora termina en la medianoche de este reloj.</translation>
    </message>
    <message>
        <source>How a cell shares its water. Multiple directions (Freeman 1991) spreads it over all lower neighbours and suits the wetness index; D8 gives all to the steepest one; D-infinity (Tarboton 1997) shares between two. Choices: multiple: Multiple directions (Freeman); d8; d_infinity: D-infinity (Tarboton).</source>
        <translation>Cómo reparte una celda su agua. Las direcciones múltiples (Freeman 1991) la distribuyen entre todas las vecinas más bajas y son adecuadas para el índice de humedad; D8 la da toda a la de mayor pendiente; D-infinito (Tarboton 1997) la reparte entre dos. Opciones: multiple: Direcciones múltiples (Freeman); d8; d_infinity: D-infinito (Tarboton).</translation>
    </message>
    <message>
        <source>How each storm's rain falls over its duration, for the output of hyetographs: steadily; by alternating blocks or as a Chicago storm, which need depths of several durations (annual maxima of several, or the formula); or as an own series. Choices: uniform; alternating: Alternating blocks; chicago: Chicago storm; series: Own series.</source>
        <translation>Cómo se reparte la lluvia de cada tormenta a lo largo de su duración, para la salida de hietogramas: de manera uniforme; con bloques alternos o como tormenta de Chicago, formas que necesitan láminas de varias duraciones (máximos anuales de varias, o la fórmula); o con una serie propia. Opciones: uniform; alternating: Bloques alternos; chicago: Tormenta de Chicago; series: Serie propia.</translation>
    </message>
    <message>
        <source>How far back the rain of a sample reaches: 120 h hold most storms, 720 h the wetness of a month. The sums of antecedent rain over 14 and 30 days leave the last day out and need 360 and 744 h.</source>
        <translation>Hasta dónde se remonta la lluvia de una muestra: 120 h abarcan la mayoría de las tormentas; 720 h, la humedad de un mes. Las sumas de lluvia antecedente de 14 y 30 días excluyen el último día y necesitan 360 y 744 h.</translation>
    </message>
    <message>
        <source>How far each landslide is moved, in a random direction; 0 changes nothing. Empty, none is moved.</source>
        <translation>Cuánto se desplaza cada deslizamiento, en una dirección al azar; 0 no cambia nada. Vacío, no se desplaza ninguno.</translation>
    </message>
    <message>
        <source>How fast pressure spreads in wet soil, for the transient infiltration. Left empty, conductivity times soil depth over drainable porosity.</source>
        <translation>Con qué rapidez se propaga la presión en suelo húmedo, para la infiltración transitoria. Si se deja vacío, la conductividad por el espesor del suelo, dividida entre la porosidad drenable.</translation>
    </message>
    <message>
        <source>How fast rain enters the ground in the field, where roots and cracks carry it: often 10 to 1000 times that of a sample. Used where the soil table has no column field_conductivity_m_s; left empty, the conductivity above.</source>
        <translation>Con qué rapidez entra la lluvia en el terreno en el campo, donde raíces y grietas la conducen: a menudo de 10 a 1000 veces la de una muestra. Se usa donde la tabla de suelos no tiene la columna field_conductivity_m_s; si se deja vacío, la conductividad anterior.</translation>
    </message>
    <message>
        <source>How long after a design storm the stack goes on, without rain.</source>
        <translation>Cuánto continúa la pila, sin lluvia, después de una tormenta de diseño.</translation>
    </message>
    <message>
        <source>How long before a design storm the rain begins; at least the window of the model that will map it.</source>
        <translation>Cuánto antes de una tormenta de diseño comienza la lluvia; al menos la ventana del modelo que la va a cartografiar.</translation>
    </message>
    <message>
        <source>How many ensemble members are trained in each fold; fewer than in the final ensemble saves time and understates the ensemble slightly. If not given: 2.</source>
        <translation>Cuántos miembros del conjunto se entrenan en cada partición; con menos que en el conjunto final se ahorra tiempo y se subestima ligeramente el conjunto. Si no se indica: 2.</translation>
    </message>
    <message>
        <source>How many networks the ensemble has, each with another seed and other storms that tell it when to stop. Used where MODELS holds ensemble.</source>
        <translation>Cuántas redes tiene el conjunto, cada una con otra semilla y con otras tormentas que le indican cuándo parar. Se usa si MODELS contiene ensemble.</translation>
    </message>
    <message>
        <source>How many records of the same length are drawn from the fit for the band and the goodness of fit.</source>
        <translation>Cuántos registros de la misma longitud se sortean del ajuste para la banda y la bondad del ajuste.</translation>
    </message>
    <message>
        <source>How many sets of values are drawn from the ranges (a Sobol sequence, rounded up to a power of two) and run on the samples. More give smoother ranges. Where few are accepted, more are drawn near these.</source>
        <translation>Cuántos conjuntos de valores se extraen de los rangos (una secuencia de Sobol, redondeada hacia arriba a una potencia de dos) y se calculan en las muestras. Cuantos más, más suaves son los rangos. Donde se aceptan pocos, se extraen más cerca de ellos.</translation>
    </message>
    <message>
        <source>How much work goes into the model and its judgement. Quick: area counted on stable samples, spatial folds once, no random ones. Standard: the defaults. Thorough: spatial folds drawn ten times, two stable samples for each landslide. Values that are given, or in the Settings file, go before it.</source>
        <translation>Cuánto trabajo se dedica al modelo y a su evaluación. Rápido: el área se cuenta con las muestras estables, particiones espaciales una sola vez, ninguna al azar. Estándar: los valores por defecto. Exhaustivo: particiones espaciales sorteadas diez veces, dos muestras estables por cada deslizamiento. Los valores indicados, o los del archivo de ajustes, prevalecen sobre este ajuste predefinido.</translation>
    </message>
    <message>
        <source>How much work goes into the model. Quick: families without networks, spatial folds once. Standard: as 'Train susceptibility ensemble', networks too, with random folds beside the spatial ones. Thorough: twice the networks, spatial folds drawn ten times (with networks three times), two stable samples for each landslide. The log says the minutes first.</source>
        <translation>Cuánto trabajo se dedica al modelo. Rápido: familias sin redes, particiones espaciales una sola vez. Estándar: como 'Entrenar el conjunto de modelos de susceptibilidad', también con redes y con particiones al azar junto a las espaciales. Exhaustivo: el doble de redes, particiones espaciales sorteadas diez veces (con redes, tres veces), dos muestras estables por cada deslizamiento. El registro indica antes los minutos.</translation>
    </message>
    <message>
        <source>How much work goes into the model. Quick: families without networks, spatial folds once. Standard: the defaults. Thorough: twice the networks, spatial folds drawn ten times (with networks three times), two stable samples for each landslide. Values that are given, or in the Settings file, go before it.</source>
        <translation>Cuánto trabajo se dedica al modelo. Rápido: familias sin redes, particiones espaciales una sola vez. Estándar: los valores por defecto. Exhaustivo: el doble de redes, particiones espaciales sorteadas diez veces (con redes, tres veces), dos muestras estables por deslizamiento. Los valores indicados, o los del Archivo de ajustes, prevalecen sobre el ajuste predefinido.</translation>
    </message>
    <message>
        <source>How much work goes into the model. Quick: logistic regression, the additive model and bivariate classes, which need no modelling environment; spatial folds once, no random ones. Standard: the defaults. Thorough: twice the networks, spatial folds drawn ten times (with networks three times). Values that are given, or in the Settings file, go before it.</source>
        <translation>Cuánto trabajo se dedica al modelo. Rápido: regresión logística, modelo aditivo y clases bivariantes, que no necesitan el entorno de modelado; particiones espaciales una sola vez, ninguna al azar. Estándar: los valores por defecto. Exhaustivo: el doble de redes, particiones espaciales sorteadas diez veces (con redes, tres veces). Los valores indicados, o los del archivo de ajustes, prevalecen sobre este ajuste predefinido.</translation>
    </message>
    <message>
        <source>How often chance is drawn: directions of moves, and which landslides are missing. The error of the probability in each cell needs two or more.</source>
        <translation>Cuántas veces se sortea el azar: las direcciones de los desplazamientos y qué deslizamientos faltan. El error de la probabilidad en cada celda necesita dos o más.</translation>
    </message>
    <message>
        <source>How often the folds are drawn anew; more repeats steady scores and intervals. Families that train in seconds take part in all of them, networks in as many as are asked for below.</source>
        <translation>Cuántas veces se sortean de nuevo las particiones; con más repeticiones las puntuaciones y los intervalos son más estables. Las familias que se entrenan en segundos participan en todas, las redes en tantas como se pidan más abajo.</translation>
    </message>
    <message>
        <source>How often the folds are drawn anew; more repeats steady scores and intervals. Families that train in seconds take part in all of them, networks in as many as are asked for below. If not given: 5.</source>
        <translation>Cuántas veces se sortean de nuevo las particiones; con más repeticiones las puntuaciones y los intervalos son más estables. Las familias que se entrenan en segundos participan en todas, las redes en tantas como se pidan más abajo. Si no se indica: 5.</translation>
    </message>
    <message>
        <source>How rasters of quantities are brought onto the grid of the DEM. Average takes the mean of the fine cells under each cell, weighted by area, cells without data left out; bilinear interpolates between coarse ones. Automatic averages where the raster's cells are clearly smaller than those of the DEM. Classes always take the nearest code. Choices: automatic; nearest; bilinear; average: Average (area-weighted).</source>
        <translation>Cómo se llevan los rásteres de cantidades a la malla del MDE. La opción Media toma el promedio de las celdas finas que quedan bajo cada celda, ponderadas por su área y sin contar las celdas sin datos; la bilineal interpola entre las gruesas. La opción automática promedia cuando las celdas del ráster son claramente menores que las del MDE. Las clases toman siempre el código más próximo. Opciones: automatic; nearest; bilinear; average: Media (ponderada por área).</translation>
    </message>
    <message>
        <source>How the network combines its inputs. Without cross-attention the soil profile is not connected to the output at all. Choices: cross_hierarchical: Cross and hierarchical; cross: Cross only; hierarchical: Hierarchical only (does not see the soil profile); all: All three stacks (three times the members). If not given: cross_hierarchical.</source>
        <translation>Cómo combina la red sus entradas. Sin atención cruzada, el perfil de suelo no está conectado en absoluto con la salida. Opciones: cross_hierarchical: Cruzada y jerárquica; cross: Solo cruzada; hierarchical: Solo jerárquica (no ve el perfil de suelo); all: Las tres pilas (el triple de miembros). Si no se indica: cross_hierarchical.</translation>
    </message>
    <message>
        <source>How water acts in the slope. The water table starts at the scenario's antecedent wetness (a share of the soil depth) or at a given depth, and the scenario's rain raises it; seepage is parallel to the slope. The pore-pressure ratio is a fixed share of the vertical stress. Steady wetness puts the rain in balance with the flow from the upslope area (SHALSTAB). Transient infiltration lets the rain's pressure diffuse downwards while it falls (Iverson 2000, as TRIGRS). Unsaturated infiltration sends the rain through moist soil, whose suction holds the slope, onto a water table that rises (Srivastava and Yeh 1991). Choices: dry: Dry slope; ru: Pore-pressure ratio ru; water_table: Water table from antecedent wetness and rain; water_table_depth: Water table from a given depth and rain; steady: Steady wetness from the upslope area and rain; transient: Transient infiltration of the rain; unsaturated: Transient infiltration through unsaturated soil.</source>
        <translation>Cómo actúa el agua en la ladera. El nivel freático parte de la humedad antecedente del escenario (una proporción del espesor del suelo) o de una profundidad dada, y la lluvia del escenario lo eleva; la filtración es paralela a la ladera. El coeficiente de presión de poros es una proporción fija del esfuerzo vertical. La humedad estacionaria equilibra la lluvia con el flujo que llega del área de aporte (SHALSTAB). La infiltración transitoria deja que la presión de la lluvia se difunda hacia abajo mientras llueve (Iverson 2000, como TRIGRS). La infiltración no saturada hace pasar la lluvia por suelo húmedo, cuya succión sostiene la ladera, hasta un nivel freático que asciende (Srivastava y Yeh 1991). Opciones: dry: Ladera seca; ru: Coeficiente de presión de poros ru; water_table: Nivel freático según la humedad antecedente y la lluvia; water_table_depth: Nivel freático según una profundidad dada y la lluvia; steady: Humedad estacionaria según el área de aporte y la lluvia; transient: Infiltración transitoria de la lluvia; unsaturated: Infiltración transitoria por suelo no saturado.</translation>
    </message>
    <message>
        <source>If they were, the curve is a success rate and tells the fit; if not, a prediction rate. Choices: unknown: Not known; yes: Yes (success rate); no: No (prediction rate).</source>
        <translation>Si se usaron, la curva es una tasa de éxito e indica el ajuste; si no, una tasa de predicción. Opciones: unknown: No se sabe; yes: Sí (tasa de éxito); no: No (tasa de predicción).</translation>
    </message>
    <message>
        <source>In how many of the repeats the networks are trained, from the first on; each takes as long as the first. A stacked mean in which networks vote is scored on these alone. If not given: 1.</source>
        <translation>En cuántas de las repeticiones se entrenan las redes, a partir de la primera; cada una tarda tanto como la primera. Una media apilada en la que votan redes se puntúa solo en estas. Si no se indica: 1.</translation>
    </message>
    <message>
        <source>In place of LEAST_AREA, such as 20000 50000 100000.</source>
        <translation>En lugar de LEAST_AREA, como 20000 50000 100000.</translation>
    </message>
    <message>
        <source>In place of VARIANCE, such as 0.1 0.2 0.3 0.4.</source>
        <translation>En lugar de VARIANCE, como 0.1 0.2 0.3 0.4.</translation>
    </message>
    <message>
        <source>In place of the class's own cut point, which the raster's metadata tells.</source>
        <translation>En lugar del punto de corte propio de la clase, que indican los metadatos del ráster.</translation>
    </message>
    <message>
        <source>In place of the class: cells of this probability or more make the release areas.</source>
        <translation>En lugar de la clase: las celdas con esta probabilidad o más forman las áreas de desprendimiento.</translation>
    </message>
    <message>
        <source>In place of the file: all rasters or NetCDF files of a folder, each with its time in the name (rain_2020083006.tif), its metadata or its style.</source>
        <translation>En lugar del archivo: todos los rásteres o archivos NetCDF de una carpeta, cada uno con su momento en el nombre (rain_2020083006.tif), en sus metadatos o en su estilo.</translation>
    </message>
    <message>
        <source>In place of their number, for landslides that are polygons: from this share of its area on, a unit counts as one with landslides; 0.02 is 2 %. Left empty, the number counts.</source>
        <translation>En lugar de su número, para deslizamientos que son polígonos: a partir de esta proporción de su área, una unidad cuenta como unidad con deslizamientos; 0.02 es 2 %. Si se deja vacío, cuenta el número.</translation>
    </message>
    <message>
        <source>In stable cells called dangerous in vain; sets the best cut. If left empty, all landslides weigh as much as all stable cells (Youden 1950).</source>
        <translation>En celdas estables declaradas peligrosas en vano; determina el mejor corte. Si se deja vacío, todos los deslizamientos pesan tanto como todas las celdas estables (Youden 1950).</translation>
    </message>
    <message>
        <source>In the browser; only where QGIS runs with its window.</source>
        <translation>En el navegador; solo si QGIS se ejecuta con su ventana.</translation>
    </message>
    <message>
        <source>Index from 0 to 1, no probability.</source>
        <translation>Índice de 0 a 1, que no es una probabilidad.</translation>
    </message>
    <message>
        <source>Into so many parts the storms are put; each part is scored by thresholds of the others.</source>
        <translation>Número de partes en que se reparten las tormentas; cada parte se puntúa con umbrales obtenidos de las demás.</translation>
    </message>
    <message>
        <source>Judges any raster, or a field of polygons, by landslides: a susceptibility map of this plugin or of another program, a factor of safety, a probability of failure, an expert's index, results by slope unit. One page tells AUROC with an interval by blocks of ground, precision against recall at the share of landslides, success or prediction rate by area, landslide density by class, the cut that costs least and, of a second map, the agreement on the same landslides.

Which end of a map is dangerous is given, or known from its metadata; it is never found from the inventory. Cells without a value count neither as safe nor as found. Needs no modelling environment.</source>
        <translation>Evalúa cualquier ráster, o un campo de polígonos, con deslizamientos: un mapa de susceptibilidad de este complemento o de otro programa, un factor de seguridad, una probabilidad de rotura, un índice de expertos, resultados por unidad de ladera. Una sola página da el AUROC con un intervalo por bloques de terreno, la precisión frente a la exhaustividad para la proporción de deslizamientos, la tasa de éxito o de predicción por área, la densidad de deslizamientos por clase, el corte de menor coste y, si hay un segundo mapa, la concordancia en los mismos deslizamientos.

Qué extremo de un mapa es el peligroso se indica o se conoce por sus metadatos; nunca se averigua a partir del inventario. Las celdas sin valor no cuentan ni como seguras ni como acertadas. No necesita el entorno de modelado.</translation>
    </message>
    <message>
        <source>Judges susceptibility models on the same spatial folds, samples, soil profile and triggers: logistic regression, the additive model (GAM), random forest, gradient boosting, the network ensemble, by choice bivariate classes, a support vector machine, a perceptron, and their stacked mean with and without the network; by choice also presence and background, whose relative intensity is no probability and has no vote. Beside them stand slope alone, the best single factor (chosen in each fold), a constant, and the network's own base before it learns anything; with a slope-stability prior also the probability of failure alone, and each family with it as one more input.

Each score is the mean over the folds held out, with an interval that allows for folds sharing their training data. Differences are paired by fold: better or worse where the 95 % interval of a difference excludes zero, probably so where the 80 % one does, else no difference is shown.

Every model is also stored as a bundle, so that 'Map susceptibility/uncertainty' can map with the one you choose. Single models have one member, so their standard deviation is 0; that of a stacked mean says how far the families differ.</source>
        <translation>Evalúa modelos de susceptibilidad con las mismas particiones espaciales, muestras, perfil de suelo y desencadenantes: regresión logística, el modelo aditivo (GAM), bosque aleatorio, potenciación del gradiente, el conjunto de redes; si se eligen, clases bivariantes, una máquina de vectores de soporte y un perceptrón; y la media apilada de todos ellos con y sin la red; si se elige, también presencia y fondo, cuya intensidad relativa no es una probabilidad y no tiene voto. Junto a ellos figuran la pendiente sola, el mejor factor por sí solo (elegido en cada partición), una constante y la propia base de la red antes de aprender nada; con una estimación previa de la estabilidad, también la probabilidad de rotura sola y cada familia con ella como una entrada más.

Cada puntuación es la media de las particiones reservadas, con un intervalo que tiene en cuenta que las particiones comparten datos de entrenamiento. Las diferencias se emparejan por partición: mejor o peor donde el intervalo del 95 % de una diferencia excluye el cero, probablemente mejor o peor donde lo excluye el del 80 %; en los demás casos no se demuestra diferencia alguna.

Cada modelo se guarda además como paquete, de modo que 'Mapear susceptibilidad e incertidumbre' puede cartografiar con el que se elija. Los modelos únicos tienen un solo miembro, por lo que su desviación típica es 0; la de una media apilada dice cuánto difieren las familias.</translation>
    </message>
    <message>
        <source>K-means: compact parts of about the same number of places. Blocks: squares dealt out at random. Regions: each polygon of the region layer is left out in turn. Field: each value of a field of the inventory. Event: each storm of a dated inventory. Date: train on what was before it, score what came after. Matched: held out as far from the training as the map lies from the samples. Choices: kmeans: K-means on the positions; blocks: Square blocks; regions: Leave one region out; field: Leave one value of a field out; event: Leave one event out; date: Train before a date, score after it; knndm: Matched to the distances of the map.</source>
        <translation>K-medias: partes compactas con más o menos el mismo número de lugares. Bloques: cuadrados repartidos al azar. Regiones: cada polígono de la capa de regiones se deja fuera por turno. Campo: cada valor de un campo del inventario. Evento: cada tormenta de un inventario con fechas. Fecha: entrenar con lo anterior a ella, puntuar lo posterior. Ajustadas: lo reservado está tan lejos del entrenamiento como el mapa lo está de las muestras. Opciones: kmeans: K-medias sobre las posiciones; blocks: Bloques cuadrados; regions: Dejar fuera una región; field: Dejar fuera un valor de un campo; event: Dejar fuera un evento; date: Entrenar antes de una fecha, evaluar después; knndm: Ajustadas a las distancias del mapa.</translation>
    </message>
    <message>
        <source>K-means: compact parts of about the same number of places. Blocks: squares dealt out at random. Regions: each polygon of the region layer is left out in turn. Field: each value of a field of the inventory. Event: each storm of a dated inventory. Date: train on what was before it, score what came after. Matched: held out as far from the training as the map lies from the samples. Choices: kmeans: K-means on the positions; blocks: Square blocks; regions: Leave one region out; field: Leave one value of a field out; event: Leave one event out; date: Train before a date, score after it; knndm: Matched to the distances of the map. If not given: kmeans.</source>
        <translation>K-medias: partes compactas con más o menos el mismo número de lugares. Bloques: cuadrados repartidos al azar. Regiones: cada polígono de la capa de regiones se deja fuera por turno. Campo: cada valor de un campo del inventario. Evento: cada tormenta de un inventario con fechas. Fecha: entrenar con lo anterior a ella, puntuar lo posterior. Ajustadas: lo reservado está tan lejos del entrenamiento como el mapa lo está de las muestras. Opciones: kmeans: K-medias sobre las posiciones; blocks: Bloques cuadrados; regions: Dejar fuera una región; field: Dejar fuera un valor de un campo; event: Dejar fuera un evento; date: Entrenar antes de una fecha, evaluar después; knndm: Ajustadas a las distancias del mapa. Si no se indica: kmeans.</translation>
    </message>
    <message>
        <source>Keeps stable samples off unmapped edges of landslides. A few cells are usual.</source>
        <translation>Mantiene las muestras estables lejos de los bordes no cartografiados de los deslizamientos. Lo habitual son unas pocas celdas.</translation>
    </message>
    <message>
        <source>Keeps stable samples off unmapped edges of landslides. A few cells are usual. If not given: 0.0.</source>
        <translation>Mantiene las muestras estables lejos de los bordes no cartografiados de los deslizamientos. Lo habitual son unas pocas celdas. Si no se indica: 0.0.</translation>
    </message>
    <message>
        <source>Keeps the points apart, so that a day in the field sees different places.</source>
        <translation>Mantiene separados los puntos, para que en un día de campo se vean lugares distintos.</translation>
    </message>
    <message>
        <source>L-moments are steadier on short records; maximum likelihood is the usual choice on long ones. Choices: lmoments: L-moments; mle: Maximum likelihood.</source>
        <translation>Los momentos L son más estables con registros cortos; la máxima verosimilitud es la elección habitual con los largos. Opciones: lmoments: Momentos L; mle: Máxima verosimilitud.</translation>
    </message>
    <message>
        <source>Landslide points or polygons; stable places may be among them.</source>
        <translation>Puntos o polígonos de deslizamientos; entre ellos puede haber lugares estables.</translation>
    </message>
    <message>
        <source>Landslides and stable places, each with a time: points, other shapes (their middle counts) or a table.</source>
        <translation>Deslizamientos y lugares estables, cada uno con su momento: puntos, otras geometrías (cuenta su centro) o una tabla.</translation>
    </message>
    <message>
        <source>Landslides as points or polygons, in any CRS.</source>
        <translation>Deslizamientos como puntos o polígonos, en cualquier SRC.</translation>
    </message>
    <message>
        <source>Landslides as points or polygons.</source>
        <translation>Deslizamientos como puntos o polígonos.</translation>
    </message>
    <message>
        <source>Landslides before this day train, those from it on are scored, if folds are made by date; such as 2010 or 2010-06-15. Needs the landslide date field, or events.</source>
        <translation>Los deslizamientos anteriores a este día entrenan y los de ese día en adelante se puntúan, si las particiones se hacen por fecha; como 2010 o 2010-06-15. Necesita el campo de la fecha del deslizamiento, o eventos.</translation>
    </message>
    <message>
        <source>Landslides nearer to each other than this that err alike count as fewer. Left empty, by the variogram of what the likeliest set leaves unexplained; 0 counts each landslide as one.</source>
        <translation>Los que están a menos de esta distancia y yerran de igual modo cuentan como menos deslizamientos. Si se deja vacío, según el variograma de lo que el conjunto más verosímil deja sin explicar; con 0 cada deslizamiento cuenta como uno.</translation>
    </message>
    <message>
        <source>Landslides of a smaller area are left out, and so is their ground: under forest and in shade small ones are missed, so that those on open slopes would tell of the view and not of the ground. Needs polygons.</source>
        <translation>Los deslizamientos de menor área se omiten, y también su terreno: bajo el bosque y en la sombra los pequeños pasan inadvertidos, de modo que los de las laderas despejadas hablarían de la visibilidad y no del terreno. Necesita polígonos.</translation>
    </message>
    <message>
        <source>Larger units hold more landslides by area alone. With its logarithm as a factor the model knows that, and its probability is that of a unit of that size; without, units are ranked by what else they are. What it changes is printed in either case. Choices: no; yes: Yes, its logarithm.</source>
        <translation>Las unidades mayores contienen más deslizamientos por su sola área. Con el logaritmo del área como factor, el modelo lo tiene en cuenta y su probabilidad es la de una unidad de ese tamaño; sin él, las unidades se ordenan según sus demás características. En ambos casos se muestra lo que cambia. Opciones: no; yes: Sí, su logaritmo.</translation>
    </message>
    <message>
        <source>Larger values are written as this one. Probabilities and statistics use the uncapped values.</source>
        <translation>Los valores mayores se escriben con este valor. Las probabilidades y las estadísticas usan los valores sin tope.</translation>
    </message>
    <message>
        <source>Layer or table with a row a sample: landslides and stable samples.</source>
        <translation>Capa o tabla con una fila por muestra: deslizamientos y muestras estables.</translation>
    </message>
    <message>
        <source>Layered infinite slope; or the single-depth form of an earlier study (mean of the three upper layers at 2.5 m, wetness raised by intensity / (200 mm/h), clipped to 0.1 to 10), kept to reproduce that study. It ignores duration, shaking, soil depth and the choice of pore water pressure. Choices: layered: Layered infinite slope; legacy: Legacy: one depth of 2.5 m.</source>
        <translation>Talud infinito por capas; o la forma de profundidad única de un estudio anterior (media de las tres capas superiores a 2.5 m, humedad aumentada en la intensidad dividida entre 200 mm/h, acotada de 0.1 a 10), que se conserva para reproducir ese estudio. Esta no tiene en cuenta la duración, el sismo, el espesor del suelo ni la opción de presión de agua de poros. Opciones: layered: Talud infinito por capas; legacy: Forma antigua: una sola profundidad de 2.5 m.</translation>
    </message>
    <message>
        <source>Learns landslide susceptibility from conditioning factors and an inventory, and says how good the model is where it has not been trained.

The model is the stacked mean of logistic regression, the additive model (GAM), random forest, gradient boosting, bivariate classes and an ensemble of attention networks (BaseAttentive), each with as many votes as it earned on held-out ground. It is judged by k-means spatial cross-validation beside logistic regression, slope alone, the best single factor and a constant; what it does not beat is said first. Choose 'ensemble' alone for the networks by themselves.

Give what you have: factors and landslide points are enough. A soil profile lets attention read the layers over depth; trigger scenarios give a map for each return period of the rain. What is missing stays missing and is named in the report. The result is a folder, the model bundle, that 'Map susceptibility/uncertainty' applies to any area.

Training runs in a Python process of its own; see 'Set up modelling environment'.</source>
        <translation>Aprende la susceptibilidad a deslizamientos a partir de factores condicionantes y un inventario, e indica la calidad del modelo donde no se ha entrenado.

El modelo es la media apilada de la regresión logística, el modelo aditivo (GAM), el bosque aleatorio, la potenciación del gradiente, las clases bivariantes y un conjunto de redes de atención (BaseAttentive), cada uno con tantos votos como ganó en terreno reservado. Se evalúa mediante validación cruzada espacial por k-medias junto a la regresión logística, la pendiente sola, el mejor factor único y una constante; lo que no supera se dice en primer lugar. Para usar las redes por sí solas, debe elegirse únicamente 'ensemble'.

Basta con indicar lo que se tenga: factores y puntos de deslizamiento son suficientes. Un perfil de suelo permite que el mecanismo de atención lea las capas a lo largo de la profundidad; los escenarios desencadenantes dan un mapa por cada período de retorno de la lluvia. Lo que falta sigue faltando y se nombra en el informe. El resultado es una carpeta, el paquete del modelo, que 'Mapear susceptibilidad e incertidumbre' aplica a cualquier área.

El entrenamiento se ejecuta en un proceso de Python propio; véase 'Preparar el entorno de modelado'.</translation>
    </message>
    <message>
        <source>Learns where and when: a row is a place and a day, with 1 where a landslide happened then and 0 where none did, its fields are the factors of the ground, and its rain is a series of equal steps up to the day's end, as columns of the rows (h120 ... h001) or in the table that 'Build rain series' wrote.

Families see the factors, the sums of rain a hydrologist would take (total, largest 1, 3, 6, 12, 24, 48 h, antecedent 14 and 30 days, as far as steps and window allow) as logarithms, and the season as a cycle. They vote on P, with as many of ten votes as they earn on storms left out whole; days within two of each other are one storm, or rows that share an event in a field of yours. The network reads the rain step by step, starts from the additive model and has votes only where the mean is better with it by more than chance; it takes a minute or more.

Storms that set nothing off belong to the samples too: without them P says where, and hardly when. Where a field tells the share of each kind and storm that was drawn, P is one of the ground; else it is relative, and is called so.</source>
        <translation>Aprende dónde y cuándo: una fila es un lugar y un día, con 1 si hubo entonces un deslizamiento y 0 si no lo hubo; sus campos son los factores del terreno, y su lluvia es una serie de pasos iguales hasta el final del día, como columnas de las filas (h120 ... h001) o en la tabla que escribió 'Construir series de lluvia'.

Las familias ven los factores, las sumas de lluvia que tomaría un hidrólogo (total, máximas de 1, 3, 6, 12, 24, 48 h, antecedente de 14 y 30 días, hasta donde lo permiten los pasos y la ventana) como logaritmos, y la época del año como un ciclo. Votan sobre P, con tantos de los diez votos como ganan en tormentas excluidas enteras; forman una misma tormenta los días separados por no más de dos, o las filas que comparten un evento en un campo que se indique. La red lee la lluvia paso a paso, parte del modelo aditivo y solo tiene votos cuando la media mejora con ella más de lo atribuible al azar; tarda un minuto o más.

Las tormentas que no desencadenaron nada también deben estar entre las muestras: sin ellas P dice dónde, pero apenas cuándo. Si un campo indica qué proporción de cada tipo y tormenta se sorteó, P es una probabilidad referida al terreno; si no, es relativa, y así se denomina.</translation>
    </message>
    <message>
        <source>Learns where landslides are from mapping units: slope units, catchments, municipalities, points with measured attributes or rows of a plain table. A row is a unit, its fields are the factors, such as 'Factors of mapping units' writes them. Where landslides were is told by a field with 1 and 0, or counted from an inventory: a unit has landslides from a number, or a share of its area, on.

Everything else is as of cells: the stacked mean of the families, judged by k-means spatial folds (of the centroids) beside logistic regression, slope alone, the best single factor and a constant, random folds for the gap. Units that one landslide lies across stay in one fold. Larger units hold more landslides by area alone: what the area tells, and what it adds, is printed, and it can be a factor. A unit that lacks a value trains no model.

Logistic, additive and bivariate models run in QGIS itself; the others need the modelling environment. The bundle says what its units are; 'Map mapping units' maps it, no raster can be mapped with it.</source>
        <translation>Aprende dónde hay deslizamientos a partir de unidades cartográficas: unidades de ladera, cuencas, municipios, puntos con atributos medidos o filas de una tabla simple. Una fila es una unidad y sus campos son los factores, como los que escribe 'Factores de unidades cartográficas'. Dónde hubo deslizamientos lo indica un campo con 1 y 0, o se cuenta a partir de un inventario: una unidad tiene deslizamientos desde cierto número, o desde cierta proporción de su área.

Todo lo demás es como con las celdas: la media apilada de las familias, evaluada con particiones espaciales por k-medias (de los centroides) junto a la regresión logística, la pendiente sola, el mejor factor único y una constante, y particiones al azar para ver la diferencia. Las unidades por las que se extiende un mismo deslizamiento quedan en una misma partición. Las unidades mayores contienen más deslizamientos por su sola área: se muestra lo que dice el área y lo que añade, y puede ser un factor. Una unidad a la que le falta un valor no interviene en el entrenamiento.

Los modelos logistic, additive y bivariate de MODELS se ejecutan en el propio QGIS; los demás necesitan el entorno de modelado. El paquete dice qué son sus unidades; 'Cartografiar unidades' lo aplica, y con él no se puede cartografiar ningún ráster.</translation>
    </message>
    <message>
        <source>Learnt from held-out predictions and applied when mapping, so that of cells with probability 0.3 about three in ten are landslides. Platt fits two numbers, isotonic a rising curve that needs many samples.</source>
        <translation>Se aprende de predicciones reservadas y se aplica al cartografiar, de modo que, de las celdas con probabilidad 0.3, unas tres de cada diez sean deslizamientos. Platt ajusta dos números; la isotónica, una curva creciente que necesita muchas muestras.</translation>
    </message>
    <message>
        <source>Learnt from held-out predictions and applied when mapping, so that of cells with probability 0.3 about three in ten are landslides. Platt fits two numbers, isotonic a rising curve that needs many samples. If not given: platt.</source>
        <translation>Se aprende de predicciones reservadas y se aplica al cartografiar, de modo que de las celdas con probabilidad 0.3 unas tres de cada diez son deslizamientos. La de Platt ajusta dos números; la isotónica, una curva creciente que necesita muchas muestras. Si no se indica: platt.</translation>
    </message>
    <message>
        <source>Left empty, all that 'Factors of mapping units' wrote (slope_mean, rock_majority and so on).</source>
        <translation>Si se deja vacío, todos los que escribió 'Factores de unidades cartográficas' (slope_mean, rock_majority, etc.).</translation>
    </message>
    <message>
        <source>Length of a block of rain; must divide the duration.</source>
        <translation>Duración de un bloque de lluvia; debe ser un divisor de la duración.</translation>
    </message>
    <message>
        <source>Length of a step of the series; a whole number of the steps of the rain given, since rain cannot be told from longer steps than it was measured in. Choices: 1: 1 hour; 3: 3 hours; 6: 6 hours; 24: 24 hours.</source>
        <translation>Duración de un paso de la serie; un múltiplo entero de los pasos de la lluvia dada, ya que la lluvia no puede resolverse con más detalle que el de su medición. Opciones: 1: 1 hora; 3: 3 horas; 6: 6 horas; 24: 24 horas.</translation>
    </message>
    <message>
        <source>Limits by landslide share are those of the raster's model, or set by an inventory. Equal area, quantiles and natural breaks are taken from the map, so such classes are not comparable between maps. Success-rate cut points stand at the bends of the curve of an inventory; landslides that set limits cannot judge the classes. Choices: landslide_share: Landslide share; equal_area: Equal area; quantiles; natural_breaks: Natural breaks; fixed: Fixed limits; success_rate: Success-rate cut points.</source>
        <translation>Los límites por proporción de deslizamientos son los del modelo del ráster, o los fija un inventario. Las áreas iguales, los cuantiles y los cortes naturales se toman del mapa, de modo que esas clases no son comparables entre mapas. Los cortes de la curva de éxito están en los quiebres de la curva de un inventario; los deslizamientos que fijan los límites no pueden evaluar las clases. Opciones: landslide_share: Proporción de deslizamientos; equal_area: Áreas iguales; quantiles; natural_breaks: Cortes naturales; fixed: Límites fijos; success_rate: Cortes de la curva de éxito.</translation>
    </message>
    <message>
        <source>Limits how fast rain enters the soil. Used where the soil profile or table has no conductivity of its own.</source>
        <translation>Limita la velocidad con que la lluvia entra en el suelo. Se usa donde el perfil o la tabla de suelos no tiene conductividad propia.</translation>
    </message>
    <message>
        <source>Limits of your own, such as slope = 10 20 30; aspect = 45 135 225 315. They go before the rule; a value on a limit belongs to the class below it.</source>
        <translation>Límites propios, como slope = 10 20 30; aspect = 45 135 225 315. Prevalecen sobre la regla; un valor igual a un límite pertenece a la clase inferior.</translation>
    </message>
    <message>
        <source>Limits, cells, area and landslides of each class.</source>
        <translation>Límites, celdas, área y deslizamientos de cada clase.</translation>
    </message>
    <message>
        <source>Lines from which landslides are more likely to be seen: those farthest away are missing first.</source>
        <translation>Líneas desde las que es más probable que se vean los deslizamientos: los más alejados son los primeros en faltar.</translation>
    </message>
    <message>
        <source>Lines over the map and numbers on its frame: meridians and parallels, or coordinates in the units of the map's CRS. Choices: degrees; map_units: Map units; none.</source>
        <translation>Líneas sobre el mapa y números en su marco: meridianos y paralelos, o coordenadas en las unidades del SRC del mapa. Opciones: degrees; map_units: Unidades del mapa; none.</translation>
    </message>
    <message>
        <source>Lines to which distances will be measured.</source>
        <translation>Líneas hasta las que se medirán distancias.</translation>
    </message>
    <message>
        <source>Lines, bands, scores and the figure.</source>
        <translation>Líneas, bandas, puntuaciones y la figura.</translation>
    </message>
    <message>
        <source>Lines, those beyond the DEM too.</source>
        <translation>Líneas, también las que están fuera del MDE.</translation>
    </message>
    <message>
        <source>Low of a factor of safety, high of a probability. The raster's metadata tell it of maps of this plugin; of others it must be given, since landslides that told which end is dangerous could not judge the map. Choices: auto: As the raster says; high: High values; low: Low values.</source>
        <translation>El bajo de un factor de seguridad, el alto de una probabilidad. En los mapas de este complemento lo dicen los metadatos del ráster; en otros hay que indicarlo, pues los deslizamientos con los que se halla el extremo no pueden evaluar el mapa. Opciones: auto: Como dice el ráster; high: Valores altos; low: Valores bajos.</translation>
    </message>
    <message>
        <source>Lower end of the soil depths that are tried, as a share of the soil's deepest layer bottom. Not used where the table has layer_bottom_m_low and layer_bottom_m_high, or a raster gives the depth.</source>
        <translation>Extremo inferior de los espesores del suelo que se prueban, como proporción de la profundidad de la base de la capa más profunda del suelo. No se usa si la tabla tiene layer_bottom_m_low y layer_bottom_m_high, o si un ráster da el espesor.</translation>
    </message>
    <message>
        <source>Lower end of the wetness before the storm that is tried, a share of the soil depth. Not used where the table has wetness_shift_low and wetness_shift_high, or the water table comes from a depth, a raster or a recharge.</source>
        <translation>Extremo inferior de la humedad antes de la tormenta que se prueba, como proporción del espesor del suelo. No se usa si la tabla tiene wetness_shift_low y wetness_shift_high, o si el nivel freático procede de una profundidad, un ráster o una recarga.</translation>
    </message>
    <message>
        <source>Lowest and highest class that any member gives in the reference scenario.</source>
        <translation>Clase más baja y clase más alta que da algún miembro en el escenario de referencia.</translation>
    </message>
    <message>
        <source>Lowest class that counts for the share of cells above a class. Choices: low; moderate; high; very_high: Very high.</source>
        <translation>Clase más baja que cuenta para la proporción de las celdas en esa clase o superior. Opciones: low; moderate; high; very_high: Muy alta.</translation>
    </message>
    <message>
        <source>Makes an index from 0 to 1 of what an expert thinks of each factor, for areas without an inventory: scores of the values of each factor, and weights of the factors, given or found by comparing them in pairs (analytic hierarchy process) with their consistency ratio.

The result is called expert judgement, not validated, in layer, legend, metadata and page: no landslide stands behind it, and the index is no probability. If an inventory is given, the map is judged by it at once. Needs no modelling environment.</source>
        <translation>Elabora un índice de 0 a 1 con lo que un experto piensa de cada factor, para áreas sin inventario: puntuaciones de los valores de cada factor y pesos de los factores, dados o hallados al compararlos por pares (proceso analítico jerárquico) con su razón de consistencia.

El resultado se denomina juicio experto, no validado, en la capa, la leyenda, los metadatos y la página: ningún deslizamiento lo respalda, y el índice no es una probabilidad. Si se da un inventario, el mapa se evalúa con él de inmediato. No necesita entorno de modelado.</translation>
    </message>
    <message>
        <source>Makes the soil profile raster that 'Compute factor of safety' and the training take: a band a property and layer, with the layer's depths in the band's metadata. Any number of layers.

From a lithology raster and a soil table: at most one profile a unit, so depth says nothing that lithology does not. Without a table of your own the generic one of the plugin is used, whose values are not site data.

From SoilGrids 2.0 rasters as downloaded (bdod, sand, clay; better also cfvo, soc and silt, of each depth): void ratio from bulk density and coarse fragments; water at field capacity and conductivity by Saxton and Rawls (2006); fully softened friction angle from clay. Cohesion has no such rule and is yours to calibrate.

From rasters of your own, named like friction_deg_0-1m, or with a band a layer and the layer bottoms given.</source>
        <translation>Construye el ráster del perfil de suelo que toman 'Calcular el factor de seguridad' y el entrenamiento: una banda por propiedad y capa, con las profundidades de la capa en los metadatos de la banda. Cualquier número de capas.

A partir de un ráster de litología y una tabla de suelos: a lo sumo un perfil por unidad, de modo que la profundidad no dice nada que no diga la litología. Sin una tabla propia se usa la genérica del complemento, cuyos valores no son datos del lugar.

A partir de rásteres de SoilGrids 2.0 tal como se descargan (bdod, sand, clay; mejor también cfvo, soc y silt, de cada profundidad): relación de vacíos a partir de la densidad aparente y los fragmentos gruesos; agua a capacidad de campo y conductividad según Saxton y Rawls (2006); ángulo de fricción totalmente ablandado a partir de la arcilla. Para la cohesión no hay una regla así: corresponde al usuario calibrarla.

A partir de rásteres propios, con nombres como friction_deg_0-1m, o con una banda por capa y las bases de las capas indicadas.</translation>
    </message>
    <message>
        <source>Makes the table of trigger scenarios: a row a return period with the storm's mean intensity and duration, the wetness before it and the shaking.

From annual maxima (a table with a row a year and a column a duration, in mm), both the GEV and the Gumbel distribution are fitted, by L-moments or maximum likelihood, and printed with a bootstrap band and the goodness of fit. Records under 10 years are refused; under 20 years, or beyond four times the record, you are warned. Daily totals of fixed days understate the wettest 24 hours by about an eighth.

The return period belongs to the rain alone. How wet the slope is before and whether it shakes are separate choices, and no part of the T-year event.</source>
        <translation>Construye la tabla de escenarios desencadenantes: una fila por período de retorno con la intensidad media y la duración de la tormenta, la humedad previa y el sismo.

A partir de máximos anuales (una tabla con una fila por año y una columna por duración, en mm) se ajustan las distribuciones GEV y Gumbel, por momentos L o máxima verosimilitud, y se muestran con una banda bootstrap y la bondad del ajuste. Los registros de menos de 10 años se rechazan; con menos de 20 años, o más allá de cuatro veces el registro, se advierte. Los totales diarios de días fijos subestiman en torno a un octavo las 24 horas más lluviosas.

El período de retorno corresponde únicamente a la lluvia. Lo húmeda que está antes la ladera y si hay sismo son elecciones aparte, que no forman parte del evento de T años.</translation>
    </message>
    <message>
        <source>Maps a model of 'Train on mapping units': the units get fields with the probability that they hold landslides (ls_probability), the class 1 Very low to 5 Very high (ls_class), standard deviation and agreement of families and members (ls_spread, ls_agreement), and whether they lie outside the area of applicability (ls_outside).

The units may be those of the training or others with the same fields, in any CRS. Class limits and scaling come from the model, so maps of different areas can be compared. A unit that lacks a value in a factor, or has a class that the model has not seen, stays empty: it is not assessed, which is no statement that it is safe. Runs in QGIS itself, without the modelling environment.

The report is one page with the map, the classes, response curves, scores and limits.</source>
        <translation>Cartografía con un modelo de 'Entrenar con unidades cartográficas': las unidades reciben campos con la probabilidad de que contengan deslizamientos (ls_probability), la clase, de 1 Muy baja a 5 Muy alta (ls_class), la desviación típica y la concordancia de familias y miembros (ls_spread, ls_agreement), y si quedan fuera del área de aplicabilidad (ls_outside).

Las unidades pueden ser las del entrenamiento u otras con los mismos campos, en cualquier SRC. Los límites de las clases y el escalado provienen del modelo, de modo que los mapas de áreas distintas son comparables. Una unidad a la que le falta el valor de un factor, o con una clase que el modelo no ha visto, queda vacía: no se evalúa, lo que no significa que sea segura. Se ejecuta en el propio QGIS, sin el entorno de modelado.

El informe es una página con el mapa, las clases, las curvas de respuesta, las puntuaciones y los límites.</translation>
    </message>
    <message>
        <source>Maps landslide susceptibility over any area that has the factors a trained model needs.

Outputs: the mean probability of the model (one band a trigger scenario, or one band 'Susceptibility' for a model without triggers), the five classes Very low to Very high of the reference scenario, and the standard deviation over families and members. By choice (More maps): agreement and class flips, entropy, conformal sets with the coverage found, the area of applicability, reasons by group of factors, the depth the model looks at, return-period products and the comparison with the factor of safety.

Class limits and scaling come from the model, never from the mapped rasters, so maps of different areas made with one model can be compared. A cell without data in any factor, or with a category the model has not seen, stays empty. Categories are matched by name where model and rasters have names, else by code. The standard deviation shows how far families and members differ; errors of the inventory are not in it. Runs in QGIS itself, without the modelling environment.</source>
        <translation>Cartografía la susceptibilidad a deslizamientos en cualquier área que disponga de los factores que necesita un modelo entrenado.

Salidas: la probabilidad media del modelo (una banda por escenario desencadenante, o una sola banda 'Susceptibility' en un modelo sin desencadenantes), las cinco clases, de Muy baja a Muy alta, del escenario de referencia, y la desviación típica entre familias y miembros. A elección (Más mapas): concordancia y cambios de clase, entropía, conjuntos conformes con la cobertura obtenida, el área de aplicabilidad, razones por grupo de factores, la profundidad que mira el modelo, productos por período de retorno y la comparación con el factor de seguridad.

Los límites de las clases y el escalado provienen del modelo, nunca de los rásteres cartografiados, de modo que los mapas de áreas distintas hechos con un mismo modelo son comparables. Una celda sin datos en algún factor, o con una categoría que el modelo no ha visto, queda vacía. Las categorías se emparejan por nombre cuando el modelo y los rásteres tienen nombres y, si no, por código. La desviación típica muestra cuánto difieren familias y miembros; no incluye los errores del inventario. Se ejecuta en el propio QGIS, sin el entorno de modelado.</translation>
    </message>
    <message>
        <source>Maps where landslides are likely given the rain of an event, moment by moment. For each frame the model is given the rain of its window, such as the 120 hours that end then, and says how likely a landslide is while that window lasts. Windows of neighbouring frames overlap, so frames are never summed.

Rain comes as a stack: a GeoTIFF with a band a step, NetCDF, or a folder of either, measured or made by 'What-if rain'. A forecast continues it on the same cells. Every cell has the rain of the rain cell it lies in. A gap in the rain leaves the cells empty, as missing factors do; nothing is filled with 0.

The probability is given this rain, as if the rain were true: errors of the rain and of a forecast are not in it. This is no warning service; whoever warns must watch, judge and answer for it. Where the training does not say how many stable places its samples stand for, the probability is relative: it tells where and when there is more.

Writes a raster a frame, with its time for the temporal controller, numbered pictures, a table of all frames and, for points, their series as table and chart.</source>
        <translation>Cartografía dónde son probables los deslizamientos dada la lluvia de un evento, momento a momento. Para cada cuadro el modelo recibe la lluvia de su ventana, como las 120 horas que terminan entonces, y dice qué probabilidad hay de un deslizamiento mientras dura esa ventana. Las ventanas de cuadros vecinos se solapan, por lo que los cuadros nunca se suman.

La lluvia se da como una pila: un GeoTIFF con una banda por paso, NetCDF, o una carpeta de uno u otro, medida o hecha con 'Lluvia hipotética'. Un pronóstico la continúa en las mismas celdas. Cada celda tiene la lluvia de la celda de lluvia en la que está. Un hueco en la lluvia deja las celdas vacías, igual que los factores que faltan; nada se rellena con 0.

La probabilidad está condicionada a esta lluvia, como si la lluvia fuera cierta: no incluye los errores de la lluvia ni los de un pronóstico. Esto no es un servicio de alerta; quien alerta debe vigilar, juzgar y responder de ello. Si el entrenamiento no dice a cuántos lugares estables representan sus muestras, la probabilidad es relativa: indica dónde y cuándo hay más.

Escribe un ráster por cuadro, con su tiempo para el controlador temporal, imágenes numeradas, una tabla de todos los cuadros y, para los puntos, sus series como tabla y gráfico.</translation>
    </message>
    <message>
        <source>Mean intensity of each storm, a band a scenario in the order of the table, in place of the table's intensity.</source>
        <translation>Intensidad media de cada tormenta, una banda por escenario en el orden de la tabla, en lugar de la intensidad de la tabla.</translation>
    </message>
    <message>
        <source>Mean probability of the members, a band a scenario.</source>
        <translation>Probabilidad media de los miembros, una banda por escenario.</translation>
    </message>
    <message>
        <source>Mean probability with the rain of every scenario at the lower end of the band that its fit leaves, a band a scenario, then at the upper end. Needs these ends in the table of the training or in SCENARIOS, as 'Build trigger scenarios' writes them from annual maxima. Takes twice as long as the map itself.</source>
        <translation>Probabilidad media con la lluvia de cada escenario en el extremo inferior de la banda que deja su ajuste, una banda por escenario, y después en el extremo superior. Necesita estos extremos en la tabla del entrenamiento o en SCENARIOS, tal como los escribe 'Construir escenarios desencadenantes' a partir de máximos anuales. Tarda el doble que el propio mapa.</translation>
    </message>
    <message>
        <source>Median displacement under the scenario's shaking by Jibson (2007, eq. 6); spread 0.51 in log10. No-data where the slope fails without shaking.</source>
        <translation>Desplazamiento mediano bajo el sismo del escenario según Jibson (2007, ec. 6); dispersión de 0.51 en log10. Sin datos donde la ladera falla sin sismo.</translation>
    </message>
    <message>
        <source>Metres of the released mass, 0 elsewhere: hrelease of r.avaflow, MATERIAL of the Gravitational Process Path model. Needs DEPTH or HEIGHT.</source>
        <translation>Metros de la masa desprendida, 0 en lo demás: hrelease de r.avaflow, MATERIAL del modelo Gravitational Process Path. Necesita DEPTH o HEIGHT.</translation>
    </message>
    <message>
        <source>Metres, on the grid of the classes, such as the failure depth of a model or a soil depth: band 1 is the height of the mass that is released.</source>
        <translation>Metros, en la malla de las clases, como la profundidad de rotura de un modelo o un espesor del suelo: la banda 1 es la altura de la masa que se desprende.</translation>
    </message>
    <message>
        <source>Middle of the soil layer (m) that moves the log odds of a cell most, its number, its share of all layers' effects and the share of members that name it. A diagnostic of the model, no failure plane.</source>
        <translation>Centro de la capa de suelo (m) que más mueve el logaritmo de la razón de probabilidades de una celda, el número de la capa, su proporción del efecto de todas las capas y la proporción de miembros que la señalan. Es un diagnóstico del modelo, no un plano de rotura.</translation>
    </message>
    <message>
        <source>Models to compare; stacked means are made of those chosen. Choices: ensemble: Network ensemble; logistic: Logistic regression; additive: Additive model (GAM); forest: Random forest; boosting: Gradient boosting; bivariate: Bivariate classes (weights of evidence); svm: Support vector machine (radial kernel); perceptron: Two-layer perceptron (64-64); presence_background: Presence and background (log-linear, relative intensity). If not given: ensemble, logistic, additive, forest, boosting.</source>
        <translation>Modelos que se comparan; las medias apiladas se hacen con los elegidos. Opciones: ensemble: Conjunto de redes; logistic: Regresión logística; additive: Modelo aditivo (GAM); forest: Bosque aleatorio; boosting: Potenciación del gradiente; bivariate: Clases bivariantes (pesos de evidencia); svm: Máquina de vectores de soporte (núcleo radial); perceptron: Perceptrón de dos capas (64-64); presence_background: Presencia y fondo (log-lineal, intensidad relativa). Si no se indica: ensemble, logistic, additive, forest, boosting.</translation>
    </message>
    <message>
        <source>Moist unit weight of the soil, used for the whole area where no profile, lithology or table is given.</source>
        <translation>Peso unitario húmedo del suelo, que se usa en toda el área si no se da perfil, litología ni tabla.</translation>
    </message>
    <message>
        <source>More classes follow the factor closer and hold fewer landslides each.</source>
        <translation>Con más clases se sigue mejor el factor y cada una contiene menos deslizamientos.</translation>
    </message>
    <message>
        <source>More classes follow the factor closer and hold fewer landslides each. If not given: 8.</source>
        <translation>Con más clases se sigue mejor el factor, pero cada una contiene menos deslizamientos. Si no se indica: 8.</translation>
    </message>
    <message>
        <source>Most memory to use for the flow. The fast engine puts what does not fit into files; the plain one says that it needs more.</source>
        <translation>Memoria máxima que se usa para el flujo. El motor rápido guarda en archivos lo que no cabe; el simple avisa de que necesita más.</translation>
    </message>
    <message>
        <source>Most memory to use; a DEM that needs more is refused. About 150 bytes a cell are needed.</source>
        <translation>Memoria máxima que se usa; un MDE que necesita más se rechaza. Hacen falta unos 150 bytes por celda.</translation>
    </message>
    <message>
        <source>Moves the rain that fell to later hours, or to earlier ones if negative, by whole steps. With it moves the day of the year that a model may take the season from.</source>
        <translation>Desplaza la lluvia caída a horas posteriores, o anteriores si es negativo, por pasos enteros. Con ella se desplaza también el día del año, del que un modelo puede tomar la época del año.</translation>
    </message>
    <message>
        <source>Multiplies every step of the rain that fell; 1.3 is 30 % more. Intensities change with the totals.</source>
        <translation>Multiplica cada paso de la lluvia caída; 1.3 es un 30 % más. Las intensidades cambian con los totales.</translation>
    </message>
    <message>
        <source>Name of the study area; left empty, the name of the bundle's folder.</source>
        <translation>Nombre del área de estudio; si se deja vacío, el nombre de la carpeta del paquete.</translation>
    </message>
    <message>
        <source>Name of the study area; left empty, the name of the map.</source>
        <translation>Nombre del área de estudio; si se deja vacío, el nombre del mapa.</translation>
    </message>
    <message>
        <source>Names the points in table and chart; their number if left empty.</source>
        <translation>Da nombre a los puntos en la tabla y el gráfico; si se deja vacío, su número.</translation>
    </message>
    <message>
        <source>Names the points in table and plot; their number if left empty.</source>
        <translation>Da nombre a los puntos en la tabla y el gráfico; si se deja vacío, su número.</translation>
    </message>
    <message>
        <source>Names the rows of the tables; their number if left empty.</source>
        <translation>Identifica las filas de las tablas; si se deja vacío, se usa su número.</translation>
    </message>
    <message>
        <source>Names, separated by commas, of factors that hold class codes although their raster does not say so; a name that holds a comma stands in quotation marks, or semicolons separate the list.</source>
        <translation>Nombres, separados por comas, de los factores que contienen códigos de clase aunque su ráster no lo diga; un nombre que contiene una coma va entre comillas, o la lista se separa con punto y coma.</translation>
    </message>
    <message>
        <source>Names, separated by commas, of factors that hold class codes as numbers; text is a class by itself.</source>
        <translation>Nombres, separados por comas, de los factores que contienen códigos de clase como números; el texto es ya por sí mismo una clase.</translation>
    </message>
    <message>
        <source>Names, separated by commas, of fields that hold class codes as numbers; text is a class by itself, and so is a field whose name ends in _majority.</source>
        <translation>Nombres, separados por comas, de los campos que contienen códigos de clase como números; el texto es ya por sí mismo una clase, y también lo es un campo cuyo nombre termina en _majority.</translation>
    </message>
    <message>
        <source>Number of draws; rounded up to a power of two.</source>
        <translation>Número de extracciones; se redondea hacia arriba a una potencia de dos.</translation>
    </message>
    <message>
        <source>Number of its release area in each cell, no-data elsewhere: Flow-Py's release raster (above 0 releases) and the RELEASE_AREAS of SAGA's Gravitational Process Path model.</source>
        <translation>Número de su área de desprendimiento en cada celda, sin datos en las demás: el ráster de desprendimiento de Flow-Py (se desprende lo que es mayor que 0) y el RELEASE_AREAS del modelo Gravitational Process Path de SAGA.</translation>
    </message>
    <message>
        <source>Number of parallel attention heads. If not given: 4.</source>
        <translation>Número de cabezas de atención paralelas. Si no se indica: 4.</translation>
    </message>
    <message>
        <source>Number of the layer, from 1 at the surface, that fails first.</source>
        <translation>Número de la capa, contado desde 1 en la superficie, que falla primero.</translation>
    </message>
    <message>
        <source>Number that rises or falls with danger; codes of classes work too.</source>
        <translation>Número que sube o baja con el peligro; también sirven códigos de clases.</translation>
    </message>
    <message>
        <source>Numbers that stand for no-data, such as 255 or -9999, in every raster of the run that declares none; with the name of a raster before them, as in soil=255, in that one whatever it declares. Semicolons part entries. Usual marks that are neither declared nor said here are refused; none says that such numbers are values.</source>
        <translation>Números que representan celdas sin datos, como 255 o -9999, en todo ráster de la ejecución que no declare ninguno; precedidos del nombre de un ráster, como en soil=255, en ese, declare lo que declare. Las entradas se separan con punto y coma. Las marcas habituales que ni se declaran ni se indican aquí se rechazan; none dice que tales números son valores.</translation>
    </message>
    <message>
        <source>Observed against predicted depths.</source>
        <translation>Profundidades observadas frente a las predichas.</translation>
    </message>
    <message>
        <source>Observed, physical and model depth, a row a landslide.</source>
        <translation>Profundidad observada, física y del modelo, una fila por deslizamiento.</translation>
    </message>
    <message>
        <source>Of 'Build rain series', or any with columns id and h120 ... h001. CSV, text, .xlsx or .ods, or the name of a table of the project.</source>
        <translation>De 'Construir series de lluvia', o cualquiera con las columnas id y h120 ... h001. CSV, texto, .xlsx o .ods, o el nombre de una tabla del proyecto.</translation>
    </message>
    <message>
        <source>Of Gardner's or of van Genuchten's curve: 0.5 to 1 in clay, 1 to 3 in silt and loam, 3 to 15 in sand.</source>
        <translation>De la curva de Gardner o de la de van Genuchten: de 0.5 a 1 en arcilla, de 1 a 3 en limo y suelo franco, de 3 a 15 en arena.</translation>
    </message>
    <message>
        <source>Of fuzzy gamma: 0 is the product, 1 the sum.</source>
        <translation>Del gamma difuso: 0 es el producto, 1 la suma.</translation>
    </message>
    <message>
        <source>Of quantities, linear between values: 50 is the median. Left empty, none.</source>
        <translation>De las cantidades, con interpolación lineal entre valores: 50 es la mediana. Si se deja vacío, ninguno.</translation>
    </message>
    <message>
        <source>Of rain that fell, steps that end later are taken.</source>
        <translation>En la lluvia caída, se toman los pasos que terminan después.</translation>
    </message>
    <message>
        <source>Of the ground between the flat and the cliff limit, in this storm. It sets the level of the probability of failure. Left empty, as inventory and mapped area tell it.</source>
        <translation>Del terreno entre el límite de llano y el de acantilado, en esta tormenta. Fija el nivel de la probabilidad de rotura. Si se deja vacío, lo que indiquen el inventario y el área cartografiada.</translation>
    </message>
    <message>
        <source>Of the soil depth and of the initial water-table depth; converted as they are read. Left unsaid, a soil deeper than 50 m or a water table deeper than 100 m is refused with the unit that it is probably in. Choices: unsaid: Not said: metres, checked; m: Metres; cm: Centimetres; mm: Millimetres.</source>
        <translation>Del espesor del suelo y de la profundidad inicial del nivel freático; se convierten al leerlos. Si no se dice la unidad, un suelo de más de 50 m de espesor o un nivel freático a más de 100 m de profundidad se rechaza indicando la unidad en que probablemente está. Opciones: unsaid: Sin decir: metros, comprobado; m: Metros; cm: Centímetros; mm: Milímetros.</translation>
    </message>
    <message>
        <source>Of x and y; that of the samples if left empty.</source>
        <translation>SRC de x e y; si se deja vacío, el de las muestras.</translation>
    </message>
    <message>
        <source>On the grid of the DEM; needed only if the model was trained with one.</source>
        <translation>En la malla del MDE; solo hace falta si el modelo se entrenó con uno.</translation>
    </message>
    <message>
        <source>On the grid of the classes: its mean and largest value are told of each release area.</source>
        <translation>En la malla de las clases: se indican su media y su mayor valor en cada área de desprendimiento.</translation>
    </message>
    <message>
        <source>One cell a polygon: inside it, at its centroid, or the highest one (scarp, where it set off; needs factor elevation). Or all cells whose centre lies inside, or that it touches (keeps polygons smaller than a cell): each then weighs 1/n, so that every landslide counts as one, and corrected probabilities are a share of area in place of landslides per cell. Choices: centre: Centre inside; all_touched: All touched; one_point: One cell a polygon, inside it; centroid: One cell a polygon, at its centroid; scarp: One cell a polygon, the highest (scarp).</source>
        <translation>Una celda por polígono: en su interior, en su centroide, o la más alta (el escarpe, donde se inició; necesita el factor elevation). O bien todas las celdas cuyo centro está dentro, o todas las que toca (conserva los polígonos menores que una celda): cada una pesa entonces 1/n, de modo que cada deslizamiento cuenta como uno, y las probabilidades corregidas son una proporción de área en lugar de deslizamientos por celda. Opciones: centre: Centro en el interior; all_touched: Todas las que toca; one_point: Una celda por polígono, en su interior; centroid: Una celda por polígono, en su centroide; scarp: Una celda por polígono, la más alta (escarpe).</translation>
    </message>
    <message>
        <source>One cell a polygon: inside it, at its centroid, or the highest one (scarp, where it set off; needs factor elevation). Or all cells whose centre lies inside, or that it touches (keeps polygons smaller than a cell): each then weighs 1/n, so that every landslide counts as one, and corrected probabilities are a share of area in place of landslides per cell. Choices: centre: Centre inside; all_touched: All touched; one_point: One cell a polygon, inside it; centroid: One cell a polygon, at its centroid; scarp: One cell a polygon, the highest (scarp). If not given: one_point.</source>
        <translation>Una celda por polígono: en su interior, en su centroide, o la más alta (el escarpe, donde se inició; necesita el factor elevation). O bien todas las celdas cuyo centro está dentro, o todas las que toca (conserva los polígonos menores que una celda): cada una pesa entonces 1/n, de modo que cada deslizamiento cuenta como uno, y las probabilidades corregidas son una proporción de área en lugar de deslizamientos por celda. Opciones: centre: Centro en el interior; all_touched: Todas las que toca; one_point: Una celda por polígono, en su interior; centroid: Una celda por polígono, en su centroide; scarp: Una celda por polígono, la más alta (escarpe). Si no se indica: one_point.</translation>
    </message>
    <message>
        <source>One folder or .zip within the folder of the study: rasters compressed as every program reads them, styles, report, model, and a project file that opens wherever it lies. Choices: none: No; folder: One folder; zip: One .zip.</source>
        <translation>Una carpeta o un .zip dentro de la carpeta del estudio: rásteres con una compresión que lee cualquier programa, estilos, informe, modelo y un archivo de proyecto que se abre esté donde esté. Opciones: none: No; folder: Una carpeta; zip: Un .zip.</translation>
    </message>
    <message>
        <source>One or more rasters on one grid; each band is a factor, named by its description.</source>
        <translation>Uno o más rásteres en una misma malla; cada banda es un factor, con el nombre de su descripción.</translation>
    </message>
    <message>
        <source>One page with ranges, dotty plots, values that make up for each other, and scores on ground held out.</source>
        <translation>Una página con los rangos, los diagramas de puntos, los valores que se compensan entre sí y las puntuaciones en terreno reservado.</translation>
    </message>
    <message>
        <source>One page with scores, curves and how they were found.</source>
        <translation>Una página con cifras, curvas y cómo se obtuvieron.</translation>
    </message>
    <message>
        <source>One page: map, classes, response curves, scores of the training, limits.</source>
        <translation>Una página: mapa, clases, curvas de respuesta, puntuaciones del entrenamiento, límites.</translation>
    </message>
    <message>
        <source>One row a layer of a unit, by the codes (or, for polygons, the names) of the lithology; of one unit for the whole area. CSV, text, .xlsx or .ods, or the name of a table of the project.</source>
        <translation>Una fila por capa de cada unidad, según los códigos (o, en polígonos, los nombres) de la litología; con una sola unidad vale para toda el área. CSV, texto, .xlsx o .ods, o el nombre de una tabla del proyecto.</translation>
    </message>
    <message>
        <source>One row a layer of a unit. A copy of soil_parameters.csv of the plugin is a good start. CSV, text, .xlsx or .ods, or the name of a table of the project.</source>
        <translation>Una fila por capa de cada unidad. Una copia de soil_parameters.csv del complemento es un buen comienzo. CSV, texto, .xlsx o .ods, o el nombre de una tabla del proyecto.</translation>
    </message>
    <message>
        <source>One row a layer of a unit; left empty, the generic table of the plugin is used.</source>
        <translation>Una fila por capa de cada unidad; si se deja vacío, se usa la tabla genérica del complemento.</translation>
    </message>
    <message>
        <source>One row a point and scenario.</source>
        <translation>Una fila por punto y escenario.</translation>
    </message>
    <message>
        <source>One row an event: event (its name), date, return_period_yr, and the triggers it had (intensity_mm_h, duration_h, antecedent_wetness, seismic_coefficient): numbers, or rasters beside the table. Or start, end and rain (a stack or a table of gauges beside the table) give each cell the sums of its own rain, and series (a table with a row of the event's name) those of the area. Without a trigger of its own an event has that of its return period in the scenario table. Events without landslides belong here too: annual figures need them. Ground that failed on an earlier date is left out of later events. CSV, text, .xlsx or .ods, or the name of a table of the project.</source>
        <translation>Una fila por evento: event (su nombre), date, return_period_yr y los desencadenantes que tuvo (intensity_mm_h, duration_h, antecedent_wetness, seismic_coefficient): números, o rásteres situados junto a la tabla. O bien start, end y rain (una pila o una tabla de pluviómetros junto a la tabla) dan a cada celda las sumas de su propia lluvia, y series (una tabla con una fila con el nombre del evento) las del área. Sin un desencadenante propio, un evento tiene el de su período de retorno en la tabla de escenarios. Los eventos sin deslizamientos también se incluyen aquí: las cifras anuales los necesitan. El terreno que falló en una fecha anterior se excluye de los eventos posteriores. CSV, texto, .xlsx o .ods, o el nombre de una tabla del proyecto.</translation>
    </message>
    <message>
        <source>Only for bands that tell no times: the moment of the first one, such as 2020-08-29T00:00, with STEP.</source>
        <translation>Solo para bandas que no indican tiempos: el momento de la primera, como 2020-08-29T00:00, con STEP.</translation>
    </message>
    <message>
        <source>Only for files with several gauges. Left empty, every column is a duration of one gauge, named like '24 h'.</source>
        <translation>Solo para archivos con varios pluviómetros. Si se deja vacío, cada columna es una duración de un único pluviómetro, con nombres como '24 h'.</translation>
    </message>
    <message>
        <source>Only where times do not tell it: one raster, or bands without times (with START). 0 takes the step that the times tell.</source>
        <translation>Solo cuando los tiempos no lo indican: un único ráster, o bandas sin tiempos (con START). 0 significa según los datos.</translation>
    </message>
    <message>
        <source>Other trigger scenarios than those of the training, with the same columns. A cell of the table may name a raster, as for maps; each point then takes the value of its cell. CSV, text, .xlsx or .ods, or the name of a table of the project; or the JSON file of 'Build trigger scenarios'.</source>
        <translation>Escenarios desencadenantes distintos de los del entrenamiento, con las mismas columnas. Una celda de la tabla puede nombrar un ráster, como para los mapas; cada punto toma entonces el valor de su celda. CSV, texto, .xlsx o .ods, o el nombre de una tabla del proyecto; o el archivo JSON de 'Construir escenarios desencadenantes'.</translation>
    </message>
    <message>
        <source>Other trigger scenarios than those of the training, with the same columns; left empty, the scenarios of the training are mapped. A cell may name a raster instead of a number, such as the rain of a storm or a forecast, by its path beside the table. CSV, text, .xlsx or .ods, or the name of a table of the project; or the JSON file of 'Build trigger scenarios'.</source>
        <translation>Escenarios desencadenantes distintos de los del entrenamiento, con las mismas columnas; si se deja vacío, se cartografían los escenarios del entrenamiento. En lugar de un número, una celda de la tabla puede nombrar un ráster, como la lluvia de una tormenta o un pronóstico, por su ruta relativa a la tabla. CSV, texto, .xlsx o .ods, o el nombre de una tabla del proyecto; o el archivo JSON de 'Construir escenarios desencadenantes'.</translation>
    </message>
    <message>
        <source>Outlines of dormant and active landslides, scarp to toe. They become class 6 above the classes, also where the map has no value; no class counts them.</source>
        <translation>Contornos de deslizamientos latentes y activos, del escarpe al pie. Pasan a ser la clase 6, por encima de las clases, incluso donde el mapa no tiene valor; ninguna clase los cuenta.</translation>
    </message>
    <message>
        <source>Output 'Critical depth' of 'Compute factor of safety', in metres.</source>
        <translation>Salida 'Profundidad crítica' de 'Calcular el factor de seguridad', en metros.</translation>
    </message>
    <message>
        <source>Output of that name of 'Map susceptibility/uncertainty'; left out, physics alone is compared.</source>
        <translation>Salida con ese nombre de 'Mapear susceptibilidad e incertidumbre'; si se omite, se compara solo la física.</translation>
    </message>
    <message>
        <source>Packs a finished study into one folder or .zip within its folder: rasters compressed by DEFLATE, which every program reads, with their styles, report, check of the inputs, model, and a QGIS project whose paths are relative, so that it opens wherever it lies.

Map sheets (*.pdf) and zones (zones*.gpkg) that were saved in the folder go along. The files of DEM and inventory do not: add them if they may be handed on. Yet the factors hold the elevation, and model and report the places of the samples: hand them on only where these may be known.</source>
        <translation>Empaqueta un estudio terminado en una carpeta o un .zip dentro de su carpeta: rásteres comprimidos con DEFLATE, que leen todos los programas, con sus estilos, el informe, la comprobación de los datos de entrada, el modelo y un proyecto de QGIS con rutas relativas, de modo que se abre esté donde esté.

Las hojas de mapa (*.pdf) y las zonas (zones*.gpkg) que se guardaron en la carpeta van incluidas. Los archivos del MDE y del inventario, no: se añaden si se pueden ceder. Con todo, los factores contienen la elevación, y el modelo y el informe los lugares de las muestras: solo deben entregarse donde estos puedan conocerse.</translation>
    </message>
    <message>
        <source>Page with all figures.</source>
        <translation>Página con todas las cifras.</translation>
    </message>
    <message>
        <source>Page with steps, gains and what the folds kept.</source>
        <translation>Página con los pasos, las ganancias y lo que conservaron las particiones.</translation>
    </message>
    <message>
        <source>Page with the table and the differences.</source>
        <translation>Página con la tabla y las diferencias.</translation>
    </message>
    <message>
        <source>Part of the rasters to map: the cells whose centre lies inside. Maps of neighbouring parts, joined, equal one map of the whole to the last bit.</source>
        <translation>Parte de los rásteres que se cartografía: las celdas cuyo centro queda dentro. Los mapas de partes contiguas, una vez unidos, son idénticos hasta el último bit a un único mapa de toda el área.</translation>
    </message>
    <message>
        <source>Parts below it are joined to the neighbour that looks most alike. Take it well above the area of a cell and of a usual landslide.</source>
        <translation>Las partes menores se unen a la vecina que más se les parece. Conviene un valor muy superior al área de una celda y a la de un deslizamiento habitual.</translation>
    </message>
    <message>
        <source>Parts of the ground that are held out in turn for the scores.</source>
        <translation>Partes del terreno que se reservan por turno para las puntuaciones.</translation>
    </message>
    <message>
        <source>Passes over the samples; if not given, by their number. Training stops earlier when a spatially held-out block no longer improves.</source>
        <translation>Pasadas sobre las muestras; si no se indican, según el número de estas. El entrenamiento se detiene antes si un bloque reservado espacialmente deja de mejorar.</translation>
    </message>
    <message>
        <source>Penalty on a probability that falls although every trigger grows or stays; idle where that is guaranteed. If not given: 10.0.</source>
        <translation>Penalización sobre una probabilidad que baja aunque todos los desencadenantes crezcan o se mantengan; sin efecto donde eso está garantizado. Si no se indica: 10.0.</translation>
    </message>
    <message>
        <source>Penalty on a probability that falls with wetness or saturation, or rises with cohesion or friction angle, where these are among the inputs. If not given: 0.1.</source>
        <translation>Penalización sobre una probabilidad que baja con la humedad o la saturación, o que sube con la cohesión o el ángulo de fricción, si estos están entre las entradas. Si no se indica: 0.1.</translation>
    </message>
    <message>
        <source>Penalty on the squared standardised coefficients of the logistic part; 0 is unpenalised.</source>
        <translation>Penalización sobre el cuadrado de los coeficientes estandarizados de la parte logística; 0 significa sin penalización.</translation>
    </message>
    <message>
        <source>Penalty on the squared standardised coefficients of the logistic part; 0 is unpenalised. If not given: 1.0.</source>
        <translation>Penalización sobre los cuadrados de los coeficientes estandarizados de la parte logística; 0 es sin penalización. Si no se indica: 1.0.</translation>
    </message>
    <message>
        <source>People in each cell (a number, no density), on any grid. They are spread evenly over their cell.</source>
        <translation>Personas en cada celda (un número, no una densidad), en cualquier malla. Se reparten por igual dentro de su celda.</translation>
    </message>
    <message>
        <source>Physical probability of failure, bands named T10, T25, ...; no-data where physics says nothing.</source>
        <translation>Probabilidad física de rotura, bandas llamadas T10, T25, ...; sin datos donde la física no dice nada.</translation>
    </message>
    <message>
        <source>Places to look at, in any CRS.</source>
        <translation>Lugares que se examinan, en cualquier SRC.</translation>
    </message>
    <message>
        <source>Places whose series of probability and rain are written, in any CRS.</source>
        <translation>Lugares cuyas series de probabilidad y de lluvia se escriben, en cualquier SRC.</translation>
    </message>
    <message>
        <source>Point estimate: sixteen runs with each uncertain value one standard deviation up or down (Rosenblueth), the factor of safety taken as lognormal; small probabilities may be wrong by a factor of several. Sampling: a Sobol sequence, the same for every cell and scenario; slow, to check the others. The default takes the point estimate where it is right: a cell under 0.1 in any scenario is sampled along lines through the tail in all of them, and so is every cell where the water table spreads by 0.2 or more. Choices: point_estimate: Point estimate (Rosenblueth); sampling: Sampling (Sobol); automatic: Point estimate, and lines through the tail.</source>
        <translation>Estimación puntual: dieciséis cálculos con cada valor incierto una desviación típica por encima o por debajo (Rosenblueth), tomando el factor de seguridad como lognormal; en probabilidades pequeñas puede errar en varias veces su valor. Muestreo: una secuencia de Sobol, la misma para todas las celdas y todos los escenarios; lento, para comprobar las otras opciones. La opción por defecto toma la estimación puntual donde es correcta: una celda con menos de 0.1 en algún escenario se muestrea a lo largo de líneas por la cola en todos ellos, y lo mismo toda celda en la que la dispersión del nivel freático es 0.2 o más. Opciones: point_estimate: Estimación puntual (Rosenblueth); sampling: Muestreo (Sobol); automatic: Estimación puntual, y líneas por la cola.</translation>
    </message>
    <message>
        <source>Points of all samples: landslide or not, group, spatial fold of the first repeat, and the probability by the model that had not seen the fold.</source>
        <translation>Puntos de todas las muestras: si es deslizamiento o no, grupo, partición espacial de la primera repetición y probabilidad según el modelo que no había visto la partición.</translation>
    </message>
    <message>
        <source>Points or a plain table, one row a place and a day; a place may recur on other days.</source>
        <translation>Puntos o una tabla simple, con una fila por lugar y día; un lugar puede repetirse en otros días.</translation>
    </message>
    <message>
        <source>Points or footprints, in any CRS; each counts once, in the most dangerous class that it touches.</source>
        <translation>Puntos o huellas de edificios, en cualquier SRC; cada uno cuenta una vez, en la clase más peligrosa que toca.</translation>
    </message>
    <message>
        <source>Points or polygons of landslides whose depths were observed; of a polygon one point inside is looked at.</source>
        <translation>Puntos o polígonos de deslizamientos cuyas profundidades se observaron; de un polígono se considera un punto interior.</translation>
    </message>
    <message>
        <source>Points or polygons of landslides, if there are some: the map is judged by them.</source>
        <translation>Puntos o polígonos de deslizamientos, si los hay: el mapa se evalúa con ellos.</translation>
    </message>
    <message>
        <source>Points or polygons of landslides, in any CRS, to be counted in the units, which must be polygons.</source>
        <translation>Puntos o polígonos de deslizamientos, en cualquier SRC, que se cuentan en las unidades; estas deben ser polígonos.</translation>
    </message>
    <message>
        <source>Points or polygons of landslides, in any CRS.</source>
        <translation>Puntos o polígonos de deslizamientos, en cualquier SRC.</translation>
    </message>
    <message>
        <source>Points or polygons of landslides, in any CRS; points of stable places may be among them.</source>
        <translation>Puntos o polígonos de deslizamientos, en cualquier SRC; entre ellos puede haber puntos de lugares estables.</translation>
    </message>
    <message>
        <source>Points or polygons of the landslides of one storm, in any CRS.</source>
        <translation>Puntos o polígonos de los deslizamientos de una tormenta, en cualquier SRC.</translation>
    </message>
    <message>
        <source>Points or polygons where water leaves the DEM besides its edge, such as swallow holes and lakes.</source>
        <translation>Puntos o polígonos por donde el agua sale del MDE además de por su borde, como sumideros kársticos y lagos.</translation>
    </message>
    <message>
        <source>Points or polygons, in any CRS, marked on the map. Left empty, that of the training beside the map.</source>
        <translation>Puntos o polígonos, en cualquier SRC, marcados en el mapa. Si se deja vacío, los del entrenamiento que están junto al mapa.</translation>
    </message>
    <message>
        <source>Points or polygons, in any CRS; landslides are counted by class and marked on the map.</source>
        <translation>Puntos o polígonos, en cualquier SRC; los deslizamientos se cuentan por clase y se marcan en el mapa.</translation>
    </message>
    <message>
        <source>Points or polygons: set the limits by landslide share, and are counted by class.</source>
        <translation>Puntos o polígonos: fijan los límites por proporción de deslizamientos y se cuentan por clase.</translation>
    </message>
    <message>
        <source>Polygons are judged by cells of this size, or of that of the raster they are compared with. About a million cells if left empty.</source>
        <translation>Los polígonos se evalúan por celdas de este tamaño, o del tamaño de las del ráster con el que se comparan. Si se deja vacío, alrededor de un millón de celdas.</translation>
    </message>
    <message>
        <source>Polygons around the cells that are unlike the training data, hatched; a GeoPackage. Needs the output Area of applicability.</source>
        <translation>Polígonos en torno a las celdas que no se parecen a los datos de entrenamiento, con rayado; un GeoPackage. Necesita la salida Área de aplicabilidad.</translation>
    </message>
    <message>
        <source>Polygons inside which the inventory is complete, without forest or shade that hides landslides; nothing else counts, neither as slid nor as stable.</source>
        <translation>Polígonos dentro de los cuales el inventario está completo, sin bosque ni sombra que oculte deslizamientos; nada más cuenta, ni como deslizado ni como estable.</translation>
    </message>
    <message>
        <source>Polygons inside which the inventory is complete, without forest or shade that hides landslides; samples, the share of landslides and scores are taken only there.</source>
        <translation>Polígonos dentro de los cuales el inventario está completo, sin bosque ni sombra que oculte deslizamientos; las muestras, la proporción de deslizamientos y las puntuaciones se toman solo dentro de ellos.</translation>
    </message>
    <message>
        <source>Polygons inside which the inventory is complete; samples are taken only there.</source>
        <translation>Polígonos dentro de los cuales el inventario está completo; solo se toman muestras dentro de ellos.</translation>
    </message>
    <message>
        <source>Polygons of the area to map; left empty, all of the DEM.</source>
        <translation>Polígonos del área por cartografiar; si se deja vacío, todo el MDE.</translation>
    </message>
    <message>
        <source>Polygons of the study area.</source>
        <translation>Polígonos del área de estudio.</translation>
    </message>
    <message>
        <source>Polygons or points in any CRS, or a table; each row is a unit with its factors in fields.</source>
        <translation>Polígonos o puntos en cualquier SRC, o una tabla; cada fila es una unidad con sus factores en campos.</translation>
    </message>
    <message>
        <source>Polygons with a class each, in place of the raster.</source>
        <translation>Polígonos con una clase cada uno, en lugar del ráster.</translation>
    </message>
    <message>
        <source>Polygons, each left out in turn if folds are made by region; every sample must lie in one.</source>
        <translation>Polígonos, cada uno de los cuales se deja fuera por turno si las particiones se hacen por regiones; cada muestra debe estar en uno.</translation>
    </message>
    <message>
        <source>Polygons, each left out in turn if folds are made by region; the centroid of each unit must lie in one.</source>
        <translation>Polígonos, cada uno excluido por turno si las particiones se hacen por región; el centroide de cada unidad debe estar en uno de ellos.</translation>
    </message>
    <message>
        <source>Polygons, points or a table with the fields that the model was trained on.</source>
        <translation>Polígonos, puntos o una tabla con los campos con los que se entrenó el modelo.</translation>
    </message>
    <message>
        <source>Pore pressure as a share of the vertical stress; used with that choice of pore water pressure only.</source>
        <translation>Presión de poros como proporción del esfuerzo vertical; solo se usa con esa opción de presión de agua de poros.</translation>
    </message>
    <message>
        <source>Probabilities from 0 to 1, of any origin.</source>
        <translation>Probabilidades de 0 a 1, de cualquier origen.</translation>
    </message>
    <message>
        <source>Probabilities from 0 to 1.</source>
        <translation>Probabilidades de 0 a 1.</translation>
    </message>
    <message>
        <source>Probability per scenario (bands named T10, T25, ...) to learn instead of the inventory's labels.</source>
        <translation>Probabilidad por escenario (bandas llamadas T10, T25, ...) que se aprende en lugar de las etiquetas del inventario.</translation>
    </message>
    <message>
        <source>Probability raster of the same map. Left empty, that of the same model is taken from the project or from beside the classes.</source>
        <translation>Ráster de probabilidad del mismo mapa. Si se deja vacío, se toma el del mismo modelo que se encuentre en el proyecto o junto a las clases.</translation>
    </message>
    <message>
        <source>Probability that the factor of safety is below 1, a band a scenario. No-data where it is not assessed.</source>
        <translation>Probabilidad de que el factor de seguridad sea menor que 1, una banda por escenario. Sin datos donde no se evalúa.</translation>
    </message>
    <message>
        <source>Probability told with each point.</source>
        <translation>Probabilidad que se indica en cada punto.</translation>
    </message>
    <message>
        <source>Probability: the model is drawn towards the probability of failure, rescaled to the landslide share. Sign: only the side of FS = 1 counts. Choices: probability: Probability of failure; sign: Sign of FS - 1; both. If not given: probability.</source>
        <translation>Probabilidad: el modelo se aproxima a la probabilidad de rotura, reescalada a la proporción de deslizamientos. Signo: solo cuenta el lado de FS = 1. Opciones: probability: Probabilidad de rotura; sign: Signo de FS - 1; both. Si no se indica: probability.</translation>
    </message>
    <message>
        <source>Pull of the network's weights towards zero at each step. If not given: 0.01.</source>
        <translation>Atracción de los pesos de la red hacia cero en cada paso. Si no se indica: 0.01.</translation>
    </message>
    <message>
        <source>Puts a map on a sheet of A4 or A3 and writes it as PDF: map on relief at a round scale, grid, legend, scale bar, north arrow, title, zoning statement and what not to conclude.

The map is drawn in the style of its layer; files are drawn in the style saved beside them. Zoning statement and limits come from the model bundle.

The sheet is a print template; give your own to change it. Its items are found by their ids: map, legend, scale_bar, north_arrow, title, subtitle, zoning, limits, credit, and author, client, date if you like them alone. All but map may be missing.</source>
        <translation>Coloca un mapa en una hoja A4 o A3 y la escribe como PDF: mapa sobre relieve a una escala redonda, cuadrícula, leyenda, barra de escala, flecha de norte, título, declaración de zonificación y lo que no debe concluirse.

El mapa se dibuja con el estilo de su capa; los archivos, con el estilo guardado junto a ellos. La declaración de zonificación y los límites proceden del paquete del modelo.

La hoja es una plantilla de composición; para cambiarla se puede indicar una propia. Sus elementos se reconocen por su id: map, legend, scale_bar, north_arrow, title, subtitle, zoning, limits, credit, y author, client, date si se desean por separado. Todos pueden faltar, salvo map.</translation>
    </message>
    <message>
        <source>Puts any raster of probabilities in five classes without training again: by landslide share (the cut points that the raster names, or those of an inventory), equal area, quantiles, natural breaks, fixed limits or the bends of the success-rate curve. Writes the classes with style and attribute table, a table of what each class holds and, if asked for, clean zones: polygons that tile the map, small patches given to a neighbour.

Mapped landslide bodies can stand above the classes as a class of their own, since a map of new failures calls their gentle deposits very low.

Classes whose limits are taken from the map are not comparable between maps, and landslides that set limits cannot judge the classes; result and log say so. Needs no modelling environment.</source>
        <translation>Reparte cualquier ráster de probabilidades en cinco clases sin entrenar de nuevo: por proporción de deslizamientos (los cortes que nombra el ráster o los de un inventario), áreas iguales, cuantiles, cortes naturales, límites fijos o los quiebres de la curva de tasa de éxito. Escribe las clases con estilo y tabla de atributos, una tabla con lo que contiene cada clase y, si se pide, zonas limpias: polígonos que cubren el mapa sin huecos, con las manchas pequeñas asignadas a una vecina.

Los cuerpos de deslizamiento cartografiados pueden figurar por encima de las clases como una clase propia, pues un mapa de roturas nuevas califica de muy baja la susceptibilidad de sus depósitos de poca pendiente.

Las clases cuyos límites se toman del mapa no son comparables entre mapas, y los deslizamientos que fijan los límites no pueden evaluar las clases; el resultado y el registro lo indican. No necesita entorno de modelado.</translation>
    </message>
    <message>
        <source>Quantiles have equal area, equal intervals equal width (of the logarithm where models take one), natural breaks least spread within. Limits are learnt from the training part of each fold alone. Aspect is cut into equal sectors, codes are classes. Choices: quantiles; equal_intervals: Equal intervals; natural_breaks: Natural breaks. If not given: quantiles.</source>
        <translation>Los cuantiles tienen igual área; los intervalos iguales, igual anchura (del logaritmo si los modelos lo toman); los cortes naturales, la mínima dispersión interna. Los límites se aprenden únicamente de la parte de entrenamiento de cada partición. La orientación se divide en sectores iguales; los códigos son clases. Opciones: quantiles; equal_intervals: Intervalos iguales; natural_breaks: Cortes naturales. Si no se indica: quantiles.</translation>
    </message>
    <message>
        <source>Quasi-dynamic wetness: only the upslope strip from which water arrives within this time counts. Left empty, the whole upslope area does, as in a steady state.</source>
        <translation>Humedad cuasidinámica: solo cuenta la franja ladera arriba desde la que el agua llega en este tiempo. Si se deja vacío, cuenta toda el área de aporte, como en régimen estacionario.</translation>
    </message>
    <message>
        <source>Rain at a gauge is reduced to the mean over an area of this size (U.S. Weather Bureau). Left empty, the gauge's rain falls everywhere.</source>
        <translation>La lluvia de un pluviómetro se reduce a la media sobre un área de este tamaño (U.S. Weather Bureau). Si se deja vacío, la lluvia del pluviómetro cae en todas partes.</translation>
    </message>
    <message>
        <source>Rain before and during the event, over the whole window. A GeoTIFF with a band a step, NetCDF, or a folder of either (type its path). Times come from the file, or from a table NAME.times.csv beside it with a column time.</source>
        <translation>Lluvia antes y durante el evento, en toda la ventana. Un GeoTIFF con una banda por paso, NetCDF, o una carpeta de uno u otro (se escribe su ruta). Los tiempos se toman del archivo, o de una tabla NAME.times.csv situada junto a él con una columna time.</translation>
    </message>
    <message>
        <source>Rain of the design storm, from a statistic of the area. Left empty, it comes from the intensity-duration-frequency formula under Advanced.</source>
        <translation>Lluvia de la tormenta de diseño, según una estadística de la zona. Si se deja vacío, procede de la fórmula de intensidad-duración-frecuencia, en Parámetros avanzados.</translation>
    </message>
    <message>
        <source>Rain of the storm that does not enter the soil. No-data where the pore water pressure knows no intake.</source>
        <translation>Lluvia de la tormenta que no entra en el suelo. Sin datos donde la opción de presión de agua de poros no contempla infiltración.</translation>
    </message>
    <message>
        <source>Rain over each storm, mm/h: a column a scenario, a row a block, as 'Compute factor of safety' takes it.</source>
        <translation>Lluvia a lo largo de cada tormenta, mm/h: una columna por escenario, una fila por bloque, como la toma 'Calcular el factor de seguridad'.</translation>
    </message>
    <message>
        <source>Rain over time on a grid: a raster with a band a step, or NetCDF with a time axis (ERA5-Land, CHIRPS, IMERG, INCA). Any CRS. A folder may be typed here as well.</source>
        <translation>Lluvia en el tiempo sobre una malla: un ráster con una banda por paso, o NetCDF con un eje de tiempo (ERA5-Land, CHIRPS, IMERG, INCA). Cualquier SRC. Aquí también se puede escribir una carpeta.</translation>
    </message>
    <message>
        <source>Rain that fell, scaled or shifted in time; or a design storm of a return period over the whole area. Choices: changed: Rain that fell, changed; design: Design storm.</source>
        <translation>Lluvia caída, escalada o desplazada en el tiempo; o una tormenta de diseño de un período de retorno sobre toda el área. Opciones: changed: Lluvia caída, modificada; design: Tormenta de diseño.</translation>
    </message>
    <message>
        <source>Raise depressions to their spill level before water is routed. Slopes are those of the DEM as it is.</source>
        <translation>Eleva las depresiones hasta su nivel de desbordamiento antes de trazar el flujo. Las pendientes son las del MDE tal como está.</translation>
    </message>
    <message>
        <source>Random folds flatter a model, because neighbours of a test point are in training. The gap between the two tells by how much. Networks are not trained in them unless asked: their base stands for them. Choices: yes; no; networks: Yes, networks too. If not given: yes.</source>
        <translation>Las particiones al azar favorecen engañosamente a un modelo, porque el entrenamiento contiene vecinas de cada muestra de prueba. La diferencia entre ambos tipos dice en cuánto. Las redes no se entrenan en ellas salvo que se pida: su base las representa. Opciones: yes; no; networks: Sí, también con redes. Si no se indica: yes.</translation>
    </message>
    <message>
        <source>Raster of 'Compute factor of safety'; of several bands the reference scenario is shown. Left empty, the one that the model learnt from is taken from the project or from beside the classes.</source>
        <translation>Ráster de 'Calcular el factor de seguridad'; si tiene varias bandas, se muestra el escenario de referencia. Si se deja vacío, se toma aquel del que aprendió el modelo, si se encuentra en el proyecto o junto a las clases.</translation>
    </message>
    <message>
        <source>Raster of a quantity. Rasters are compared with the grid of the DEM.</source>
        <translation>Ráster de una magnitud. Los rásteres se comparan con la malla del MDE.</translation>
    </message>
    <message>
        <source>Raster of codes, or polygons. It may lie on any grid.</source>
        <translation>Ráster de códigos, o polígonos. Puede estar en cualquier malla.</translation>
    </message>
    <message>
        <source>Raster of codes, or polygons. Rasters lie on the grid of the DEM, or see ALIGN.</source>
        <translation>Ráster de códigos, o polígonos. Los rásteres deben estar en la malla del MDE; si no, véase ALIGN.</translation>
    </message>
    <message>
        <source>Raster of lithology codes, or polygons. It may lie on any grid.</source>
        <translation>Ráster de códigos de litología, o polígonos. Puede estar en cualquier malla.</translation>
    </message>
    <message>
        <source>Raster of lithology codes, or polygons. Rasters lie on the grid of the DEM, or see ALIGN.</source>
        <translation>Ráster de códigos de litología, o polígonos. Los rásteres deben estar en la malla del MDE; si no, véase ALIGN.</translation>
    </message>
    <message>
        <source>Raster of probabilities or of classes, such as the standard model's.</source>
        <translation>Ráster de probabilidades o de clases, como el del modelo estándar.</translation>
    </message>
    <message>
        <source>Raster of rain, such as a yearly mean. It may lie on any grid.</source>
        <translation>Ráster de lluvia, como una media anual. Puede estar en cualquier malla.</translation>
    </message>
    <message>
        <source>Raster of rain, such as a yearly mean. Rasters lie on the grid of the DEM, or see ALIGN.</source>
        <translation>Ráster de lluvia, como una media anual. Los rásteres deben estar en la malla del MDE; si no, véase ALIGN.</translation>
    </message>
    <message>
        <source>Raster of that output of the map; points outside the area say so.</source>
        <translation>Ráster de esa salida del mapa; los puntos situados fuera del área lo indican.</translation>
    </message>
    <message>
        <source>Raster of the agreement of the members; its categories are counted.</source>
        <translation>Ráster de la concordancia de los miembros; se cuentan sus categorías.</translation>
    </message>
    <message>
        <source>Raster of the same kind on the same grid; its value counts positive.</source>
        <translation>Ráster del mismo tipo en la misma malla; su valor cuenta como positivo.</translation>
    </message>
    <message>
        <source>Raster of the spread of the members. Left empty, that of the same model is taken from the project or from beside the classes.</source>
        <translation>Ráster de la dispersión de los miembros. Si se deja vacío, se toma el del mismo modelo que se encuentre en el proyecto o junto a las clases.</translation>
    </message>
    <message>
        <source>Raster of the vegetation index, -1 to 1. It may lie on any grid.</source>
        <translation>Ráster del índice de vegetación, de -1 a 1. Puede estar en cualquier malla.</translation>
    </message>
    <message>
        <source>Raster of the vegetation index, -1 to 1. Rasters lie on the grid of the DEM, or see ALIGN.</source>
        <translation>Ráster del índice de vegetación, de -1 a 1. Los rásteres deben estar en la malla del MDE; si no, véase ALIGN.</translation>
    </message>
    <message>
        <source>Raster or polygons with the classes of the training, by the same names or, without names, the same codes.</source>
        <translation>Ráster o polígonos con las clases del entrenamiento, con los mismos nombres o, sin nombres, los mismos códigos.</translation>
    </message>
    <message>
        <source>Raster to show, usually the class map of 'Map susceptibility/uncertainty', in its own style.</source>
        <translation>Ráster que se muestra, normalmente el mapa de clases de 'Mapear susceptibilidad e incertidumbre', con su propio estilo.</translation>
    </message>
    <message>
        <source>Rasters holding the factors the model was trained with, found by band name; one grid for all.</source>
        <translation>Rásteres que contienen los factores con los que se entrenó el modelo, localizados por el nombre de banda; una misma malla para todos.</translation>
    </message>
    <message>
        <source>Reads the thresholds that the field knows from rain series of landslides and of stable samples: mean intensity over duration (Caine 1980, by quantile regression), event rain over duration (Brunetti and others 2010), and single figures such as the largest 24 h and the antecedent rain.

Each is scored on the same folds, which leave storms out whole: AUROC with its band, hits and false alarms. They are what a model of place and rain has to beat.

An event of rain is what fell between two dry gaps. A threshold says when, not where, and is no warning service.</source>
        <translation>Obtiene los umbrales habituales en la disciplina a partir de series de lluvia de deslizamientos y de muestras estables: intensidad media según la duración (Caine 1980, por regresión cuantílica), lluvia del evento según la duración (Brunetti y otros 2010) y valores únicos como la mayor lluvia de 24 h y la lluvia antecedente.

Cada umbral se puntúa en las mismas particiones, que excluyen tormentas enteras: AUROC con su banda, aciertos y falsas alarmas. Son lo que debe superar un modelo de lugar y lluvia.

Un evento de lluvia es lo que cayó entre dos pausas secas. Un umbral dice cuándo, no dónde, y no es un servicio de alerta.</translation>
    </message>
    <message>
        <source>Resample rasters that lie on another grid or in another CRS: codes by nearest neighbour, quantities bilinear, or by the mean where their cells are much smaller. Off, they are refused.</source>
        <translation>Remuestrear los rásteres que están en otra malla o en otro SRC: los códigos por el vecino más próximo, las magnitudes de forma bilineal, o por la media si sus celdas son mucho menores. Si no se activa, se rechazan.</translation>
    </message>
    <message>
        <source>Resample rasters that lie on another grid or in another CRS: nearest for classes, RESAMPLING for the others. Off, such rasters are refused.</source>
        <translation>Remuestrea los rásteres que están en otra malla o en otro SRC: vecino más próximo para las clases, RESAMPLING para los demás. Si se desactiva, esos rásteres se rechazan.</translation>
    </message>
    <message>
        <source>Resample soil rasters that lie on another grid; off, they are refused.</source>
        <translation>Remuestrea los rásteres de suelo que están en otra malla; si se desactiva, se rechazan.</translation>
    </message>
    <message>
        <source>Residual: logistic regression gives the first answer and the network learns only what it misses, which holds best where the model was not trained. The same on an additive model, which has a curve for each factor. Plain: the network alone. Chosen: of the two residual forms the one with the less log loss on blocks held out of these samples, as is the ridge of the curves, of three. Choices: residual: Residual on logistic regression; plain: Plain network; residual_additive: Residual on the additive model (GAM); residual_chosen: Residual, its base chosen by held-out log loss. If not given: residual_chosen.</source>
        <translation>Residuo: la regresión logística da la primera respuesta y la red aprende solo lo que a esta le falta, que es lo que mejor se sostiene donde el modelo no se entrenó. Lo mismo sobre un modelo aditivo, que tiene una curva por factor. Red sola: la red sin nada más. Base elegida: de las dos formas de residuo, y de tres penalizaciones ridge de las curvas, la que da menor pérdida logarítmica en bloques reservados de estas muestras. Opciones: residual: Residuo sobre la regresión logística; plain: Red sola; residual_additive: Residuo sobre el modelo aditivo (GAM); residual_chosen: Residuo, con la base elegida por la pérdida logarítmica reservada. Si no se indica: residual_chosen.</translation>
    </message>
    <message>
        <source>Return-level plot of the storm duration as SVG: record, both distributions, bootstrap band.</source>
        <translation>Gráfico de niveles de retorno para la duración de la tormenta como SVG: registro, ambas distribuciones, banda bootstrap.</translation>
    </message>
    <message>
        <source>Rising numbers above 1.</source>
        <translation>Números crecientes mayores que 1.</translation>
    </message>
    <message>
        <source>Roads, houses, borders: drawn over the map and named in the legend, each in its own style.</source>
        <translation>Carreteras, casas, límites administrativos: se dibujan sobre el mapa y se nombran en la leyenda, cada capa con su propio estilo.</translation>
    </message>
    <message>
        <source>Roads, rails or other lines, in any CRS.</source>
        <translation>Carreteras, vías férreas u otras líneas, en cualquier SRC.</translation>
    </message>
    <message>
        <source>Root cohesion of each cell, in place of the number.</source>
        <translation>Cohesión de las raíces de cada celda, en lugar del número.</translation>
    </message>
    <message>
        <source>Row of the scenarios that set the landslides off; left empty, T50 or else the middle one.</source>
        <translation>Fila de los escenarios que provocó los deslizamientos; si se deja vacío, T50 o, si no existe, la central.</translation>
    </message>
    <message>
        <source>Rows with the same value are of one storm and are left out together. Left empty, days within two of each other are one storm.</source>
        <translation>Las filas con el mismo valor son de una misma tormenta y se excluyen juntas. Si se deja vacío, los días separados por no más de dos forman una misma tormenta.</translation>
    </message>
    <message>
        <source>Samples nearer than this to another one are left out, landslides last. 0 keeps all.</source>
        <translation>Las muestras a menos de esta distancia de otra se omiten, los deslizamientos en último lugar. Con 0 se conservan todas.</translation>
    </message>
    <message>
        <source>Samples nearer than this to another one are left out, landslides last. 0 keeps all. If not given: 0.0.</source>
        <translation>Las muestras a menos de esta distancia de otra se omiten, los deslizamientos en último lugar. Con 0 se conservan todas. Si no se indica: 0.0.</translation>
    </message>
    <message>
        <source>Samples per training step, each with all its scenarios; if not given, by the number of samples.</source>
        <translation>Muestras por paso de entrenamiento, cada una con todos sus escenarios; si no se indican, según el número de muestras.</translation>
    </message>
    <message>
        <source>Says in a table whether a DEM and the layers beside it fit together: CRS, cell size, offset against the DEM, share of no-data, values or classes seen, and for each problem what to do about it. Layers that cannot be read become a row of the table as well. Nothing is changed.

Give the layers as you would to Derive terrain factors, and the inventory and other rasters if you like.</source>
        <translation>Dice en una tabla si un MDE y las capas que lo acompañan encajan entre sí: SRC, tamaño de celda, desfase respecto al MDE, proporción de celdas sin datos, valores o clases presentes y, para cada problema, qué hacer al respecto. Las capas que no se pueden leer también ocupan una fila de la tabla. No se modifica nada.

Las capas se dan como se darían a Derivar factores del terreno, y también, si se desea, el inventario y otros rásteres.</translation>
    </message>
    <message>
        <source>Says what lies in each class of a map: metres of roads and rails, buildings or points, people. Writes a table and the layers with the class of each feature: the share of a line's length in each class, and the most dangerous class that it touches. Lengths are metres on the ellipsoid, whatever the CRS. What lies where the map has no value is counted apart, never as safe.

If asked for, it writes release areas, where failures may begin: polygons with size and probability, and rasters that Flow-Py, r.avaflow or SAGA's Gravitational Process Path model read. Neither the classes nor the release areas say how far a failure runs: what lies below steep ground may be hit although its own class is very low.

A count of what lies where is no risk: it says nothing of how often landslides come nor of what they destroy.</source>
        <translation>Dice qué hay en cada clase de un mapa: metros de carreteras y vías férreas, edificios o puntos, personas. Escribe una tabla y las capas con la clase de cada objeto: la proporción de la longitud de una línea en cada clase y la clase más peligrosa que toca. Las longitudes son metros sobre el elipsoide, sea cual sea el SRC. Lo que está donde el mapa no tiene valor se cuenta aparte, nunca como seguro.

Si se pide, escribe áreas de desprendimiento, donde pueden empezar las roturas: polígonos con tamaño y probabilidad, y rásteres que leen Flow-Py, r.avaflow o el modelo Gravitational Process Path de SAGA. Ni las clases ni las áreas de desprendimiento dicen hasta dónde llega una rotura: lo que está al pie de un terreno empinado puede verse alcanzado aunque su propia clase sea muy baja.

Un recuento de lo que hay en cada lugar no es un riesgo: no dice nada de la frecuencia de los deslizamientos ni de lo que destruyen.</translation>
    </message>
    <message>
        <source>Scenario that carries classes, spread, agreement and scores; left empty, T50 or else the middle one.</source>
        <translation>Escenario del que se dan las clases, la dispersión, la concordancia y las puntuaciones; si se deja vacío, T50 o, si no existe, el central.</translation>
    </message>
    <message>
        <source>Sea and lakes have exactly one height in most DEMs. Samples in them count water as stable ground, which flatters every score: they are left out where factor elevation (without it, slope) shows a square of 7 x 7 cells of one height, or of 21 x 21 cells of one whole number other than 0. The log names share and heights. Choices: leave_out: No samples in them; keep: As any other ground.</source>
        <translation>El mar y los lagos tienen exactamente una misma altura en la mayoría de los MDE. Las muestras situadas en ellos cuentan el agua como terreno estable, lo que mejora engañosamente todas las puntuaciones: se omiten donde el factor elevation (si falta, slope) muestra un cuadrado de 7 x 7 celdas de una misma altura, o de 21 x 21 celdas de un mismo número entero distinto de 0. El registro indica la proporción y las alturas. Opciones: leave_out: Sin muestras en ellas; keep: Como cualquier otro terreno.</translation>
    </message>
    <message>
        <source>Sea and lakes have exactly one height in most DEMs. Samples in them count water as stable ground, which flatters every score: they are left out where factor elevation (without it, slope) shows a square of 7 x 7 cells of one height, or of 21 x 21 cells of one whole number other than 0. The log names share and heights. Choices: leave_out: No samples in them; keep: As any other ground. If not given: leave_out.</source>
        <translation>El mar y los lagos tienen exactamente una misma altura en la mayoría de los MDE. Las muestras situadas en ellos cuentan el agua como terreno estable, lo que mejora engañosamente todas las puntuaciones: se omiten donde el factor elevation (si falta, slope) muestra un cuadrado de 7 x 7 celdas de una misma altura, o de 21 x 21 celdas de un mismo número entero distinto de 0. El registro indica la proporción y las alturas. Opciones: leave_out: Sin muestras en ellas; keep: Como cualquier otro terreno. Si no se indica: leave_out.</translation>
    </message>
    <message>
        <source>Second minus first where both have a value: in probability, or in steps of class.</source>
        <translation>El segundo menos el primero donde ambos tienen valor: en probabilidad o en escalones de clase.</translation>
    </message>
    <message>
        <source>Settings of samples, validation, networks, physics and classes, as every training writes them beside its model. A value that is given goes before the file, the file before the preset, the preset before the default.</source>
        <translation>Ajustes de muestras, validación, redes, física y clases, tal como los escribe cada entrenamiento junto a su modelo. Un valor indicado prevalece sobre el archivo, el archivo sobre el ajuste predefinido y este sobre el valor por defecto.</translation>
    </message>
    <message>
        <source>Share of all units of the area with landslides; give it where units were chosen by their outcome, such as half of them with landslides. Probabilities then refer to it. Left empty, they refer to the share among the units trained on.</source>
        <translation>Proporción entre todas las unidades del área; debe indicarse si las unidades se eligieron por su resultado, como la mitad de ellas con deslizamientos. Las probabilidades se refieren entonces a ella. Si se deja vacío, se refieren a la proporción entre las unidades de entrenamiento.</translation>
    </message>
    <message>
        <source>Share of the duration that passes before the peak.</source>
        <translation>Proporción de la duración que transcurre antes del pico.</translation>
    </message>
    <message>
        <source>Share of the held-out landslides that fall into class High. If not given: 0.25.</source>
        <translation>Proporción de los deslizamientos reservados que cae en la clase Alta. Si no se indica: 0.25.</translation>
    </message>
    <message>
        <source>Share of the held-out landslides that fall into class Low. If not given: 0.07.</source>
        <translation>Proporción de los deslizamientos reservados que cae en la clase Baja. Si no se indica: 0.07.</translation>
    </message>
    <message>
        <source>Share of the held-out landslides that fall into class Moderate. If not given: 0.15.</source>
        <translation>Proporción de los deslizamientos reservados que cae en la clase Moderada. Si no se indica: 0.15.</translation>
    </message>
    <message>
        <source>Share of the held-out landslides that fall into the highest class. The four shares and the rest, which is Very low, make 1. If not given: 0.5.</source>
        <translation>Proporción de los deslizamientos reservados que cae en la clase más alta. Las cuatro proporciones y el resto, que es Muy baja, suman 1. Si no se indica: 0.5.</translation>
    </message>
    <message>
        <source>Share of the landslides that lie below each threshold: 5 % is usual for warnings, 50 % is the middle.</source>
        <translation>Proporción de los deslizamientos que quedan por debajo de cada umbral: 5 % es lo habitual para alertas, 50 % es el valor central.</translation>
    </message>
    <message>
        <source>Share of the landslides, and of the stable places, whose set should hold the truth. The training states the share found on folds held out. A larger share leaves more cells with both in their set. If not given: 0.9.</source>
        <translation>Proporción de los deslizamientos, y de los lugares estables, cuyo conjunto debería contener la verdad. El entrenamiento declara la proporción hallada en las particiones reservadas. Una proporción mayor deja más celdas con ambas clases en su conjunto. Si no se indica: 0.9.</translation>
    </message>
    <message>
        <source>Share of the resamples whose return levels lie in the band.</source>
        <translation>Proporción de los remuestreos cuyos niveles de retorno quedan dentro de la banda.</translation>
    </message>
    <message>
        <source>Share of the soil depth below the water table or, in the transient infiltration, with positive pressure.</source>
        <translation>Proporción del espesor del suelo que está bajo el nivel freático o, en la infiltración transitoria, con presión positiva.</translation>
    </message>
    <message>
        <source>Share of the soil depth that is saturated before the storm, 0 to 1: one number, or one for each period.</source>
        <translation>Proporción del espesor del suelo saturada antes de la tormenta, de 0 a 1: un número, o uno por período.</translation>
    </message>
    <message>
        <source>Share of the soil depth that is saturated before the storm: one number, or one for each return period.</source>
        <translation>Proporción del espesor del suelo saturada antes de la tormenta: un número, o uno por período de retorno.</translation>
    </message>
    <message>
        <source>Share of the soil volume that rain has to fill to raise the water table: 0.02 in clay to 0.3 in sand.</source>
        <translation>Proporción del volumen del suelo que la lluvia tiene que llenar para elevar el nivel freático: de 0.02 en arcilla a 0.3 en arena.</translation>
    </message>
    <message>
        <source>Share of the volume that is water at high suction.</source>
        <translation>Proporción del volumen que es agua con succión alta.</translation>
    </message>
    <message>
        <source>Share of the volume that is water when all pores are full.</source>
        <translation>Proporción del volumen que es agua cuando todos los poros están llenos.</translation>
    </message>
    <message>
        <source>Share of units switched off at random in training; guards against learning by heart. If not given, by the number of samples.</source>
        <translation>Proporción de neuronas que se desconectan al azar en el entrenamiento; protege contra el aprendizaje de memoria. Si no se indica, según el número de muestras.</translation>
    </message>
    <message>
        <source>Share that a day leaves in the antecedent index (Kohler and Linsley 1951): usual are 0.84 to 0.98, low where soils drain fast.</source>
        <translation>Proporción del índice antecedente que queda de un día al siguiente (Kohler y Linsley 1951): son habituales valores de 0.84 a 0.98, más bajos donde los suelos drenan con rapidez.</translation>
    </message>
    <message>
        <source>Shares of the storm's rain in equal parts of its duration, such as 1 2 1, for transient and unsaturated infiltration and for Green and Ampt.</source>
        <translation>Proporciones de la lluvia de la tormenta en partes iguales de su duración, como 1 2 1, para las infiltraciones transitoria y no saturada y para la de Green y Ampt.</translation>
    </message>
    <message>
        <source>Shows how the probability of landsliding at chosen points rises with the return period of the rain: mean and range of the model and, if given, the factor of safety. Where a map would have it, also the landslide probability a year from the year's largest storm of that duration, low and high; the log says why where it is left empty.

Unless rain comes from rasters, every cell gets the same triggers, so the rise is what the training's labels, targets or physics say of them; it is not read from dated landslides. T belongs to the rain alone.</source>
        <translation>Muestra cómo aumenta la probabilidad de deslizamiento en puntos elegidos con el período de retorno de la lluvia: media y rango del modelo y, si se da, el factor de seguridad. Donde un mapa la tendría, también la probabilidad anual de deslizamiento por la mayor tormenta del año de esa duración, baja y alta; si queda vacía, el registro dice por qué.

Salvo que la lluvia proceda de rásteres, todas las celdas reciben los mismos desencadenantes, de modo que el aumento es lo que de ellos dicen las etiquetas, las probabilidades objetivo o la física del entrenamiento; no se obtiene de deslizamientos con fecha. T corresponde solo a la lluvia.</translation>
    </message>
    <message>
        <source>Shows where two maps of one area differ: the second minus the first, such as a physics-informed model minus the standard one, two seasons, or two models.

Takes two rasters of probabilities or two of classes on one grid. The table tells how many cells pass from which class to which; probabilities are put in classes with the cut points of the model that each raster names. A difference says that the maps differ, not which of them is right: the scores of both models under spatial cross-validation tell that.</source>
        <translation>Muestra dónde difieren dos mapas de una misma área: el segundo menos el primero, como un modelo informado por la física menos el estándar, dos estaciones del año o dos modelos.

Toma dos rásteres de probabilidades o dos de clases en una misma malla. La tabla indica cuántas celdas pasan de qué clase a cuál; las probabilidades se reparten en clases con los cortes del modelo que nombra cada ráster. Una diferencia dice que los mapas difieren, no cuál de ellos acierta: eso lo dicen las puntuaciones de ambos modelos en validación cruzada espacial.</translation>
    </message>
    <message>
        <source>Side of the blocks. Left empty, it is the distance beyond which residuals of a logistic regression are no longer alike (range of their variogram).</source>
        <translation>Lado de los bloques. Si se deja vacío, es la distancia a partir de la cual los residuos de una regresión logística dejan de parecerse (alcance de su variograma).</translation>
    </message>
    <message>
        <source>Size of the first training steps; it falls to zero along a cosine. If not given, by the number of samples.</source>
        <translation>Tamaño de los primeros pasos del entrenamiento; baja hasta cero siguiendo un coseno. Si no se indica, según el número de muestras.</translation>
    </message>
    <message>
        <source>Size of the sheet.</source>
        <translation>Tamaño de la hoja.</translation>
    </message>
    <message>
        <source>Slope and curvature change with the cell size; scores of the training may not hold.</source>
        <translation>La pendiente y la curvatura cambian con el tamaño de celda; las puntuaciones del entrenamiento podrían no ser válidas.</translation>
    </message>
    <message>
        <source>Slope in degrees. In a raster of several bands, the band named slope is used.</source>
        <translation>Pendiente en grados. En un ráster de varias bandas se usa la banda llamada slope.</translation>
    </message>
    <message>
        <source>Slope mask: stable samples are taken only where factor slope is at least this, so that flat ground does not flatter the scores. 0 sets no limit.</source>
        <translation>Máscara de pendiente: las muestras estables solo se toman donde el factor slope es al menos este valor, para que el terreno llano no mejore engañosamente las puntuaciones. Con 0 no hay límite.</translation>
    </message>
    <message>
        <source>Slope mask: stable samples are taken only where factor slope is at least this, so that flat ground does not flatter the scores. 0 sets no limit. If not given: 0.0.</source>
        <translation>Máscara de pendiente: las muestras estables solo se toman donde el factor slope es al menos este valor, para que el terreno llano no mejore engañosamente las puntuaciones. Con 0 no hay límite. Si no se indica: 0.0.</translation>
    </message>
    <message>
        <source>Slope units or any other polygons, in any CRS.</source>
        <translation>Unidades de ladera u otros polígonos cualesquiera, en cualquier SRC.</translation>
    </message>
    <message>
        <source>Slope units, zones or any polygons with a number each: judged in place of the raster or, beside one, as the second map.</source>
        <translation>Unidades de ladera, zonas o cualesquiera polígonos con un número cada uno: se evalúan en lugar del ráster o, junto a uno, como segundo mapa.</translation>
    </message>
    <message>
        <source>Slopes in another unit are converted as they are read. Left unsaid, a raster that cannot be in degrees, or of which nearly all is under 1.6 and no unit is stored, is refused with the unit that it is probably in. Choices: unsaid: Not said: degrees, checked; degrees; percent; tangent; radians.</source>
        <translation>Las pendientes en otra unidad se convierten al leerlas. Si no se dice la unidad, un ráster que no puede estar en grados, o en el que casi todo es menor que 1.6 y no consta ninguna unidad, se rechaza indicando la unidad en que probablemente está. Opciones: unsaid: Sin decir: grados, comprobado; degrees; percent; tangent; radians.</translation>
    </message>
    <message>
        <source>Smaller patches of a class are given to the largest zone beside them. The area of ten cells if left empty; 0 keeps every patch.</source>
        <translation>Las manchas menores de una clase se asignan a la mayor de las zonas contiguas. Si se deja vacío, el área de diez celdas; con 0 se conservan todas las manchas.</translation>
    </message>
    <message>
        <source>Smaller release areas are left out; they are counted in the log. Take the area of a small landslide.</source>
        <translation>Las áreas de desprendimiento menores se omiten; el registro dice cuántas son. Conviene tomar el área de un deslizamiento pequeño.</translation>
    </message>
    <message>
        <source>Smallest factor of safety in each layer, uncapped: a band a scenario and layer.</source>
        <translation>Menor factor de seguridad en cada capa, sin tope: una banda por escenario y capa.</translation>
    </message>
    <message>
        <source>Smallest horizontal seismic coefficient that brings the slope to failure; 0 or less where it fails without.</source>
        <translation>Menor coeficiente sísmico horizontal que lleva la ladera a la rotura; 0 o menos donde falla sin él.</translation>
    </message>
    <message>
        <source>Soil of the cells, on the grid of the factors; needed by a model that was trained with one.</source>
        <translation>Suelo de las celdas, en la malla de los factores; lo necesita un modelo que se entrenó con uno.</translation>
    </message>
    <message>
        <source>Soil of the places by layers, read where the samples lie. The families take its mean over depth, and the network reads it layer by layer, beside the rain and by a scale of its own. A map then needs it too.</source>
        <translation>Suelo de los lugares por capas, leído donde están las muestras. Las familias toman su media en profundidad, y la red lo lee capa a capa, junto a la lluvia y con una escala propia. Un mapa lo necesita entonces también.</translation>
    </message>
    <message>
        <source>Soil profile stack (properties by layer); without it attention over depth has nothing to see.</source>
        <translation>Pila del perfil de suelo (propiedades por capa); sin ella la atención en profundidad no tiene nada que mirar.</translation>
    </message>
    <message>
        <source>Soil profile stack; needed only if the model was trained with one.</source>
        <translation>Pila del perfil de suelo; solo hace falta si el modelo se entrenó con una.</translation>
    </message>
    <message>
        <source>Soil properties by layer in described bands, as 'Create sample study area' writes them.</source>
        <translation>Propiedades del suelo por capa en bandas con descripción, tal como las escribe 'Crear un área de estudio de ejemplo'.</translation>
    </message>
    <message>
        <source>SoilGrids rasters named like clay_5-15cm_mean, or own rasters named like friction_deg_0-1m.</source>
        <translation>Rásteres de SoilGrids con nombres como clay_5-15cm_mean, o rásteres propios con nombres como friction_deg_0-1m.</translation>
    </message>
    <message>
        <source>Standard deviation of its heights. It is carried into slope and probability of failure as one more uncertain value; the factor of safety stays that of the slope as given.</source>
        <translation>Desviación típica de sus alturas. Se traslada a la pendiente y a la probabilidad de rotura como un valor incierto más; el factor de seguridad sigue siendo el de la pendiente dada.</translation>
    </message>
    <message>
        <source>Standard deviation of the height of the water table as a share of the soil depth (for the ratio ru, half of that number).</source>
        <translation>Desviación típica de la altura del nivel freático como proporción del espesor del suelo (la mitad de ella para ru).</translation>
    </message>
    <message>
        <source>Standard deviation of the members in the reference scenario.</source>
        <translation>Desviación típica de los miembros en el escenario de referencia.</translation>
    </message>
    <message>
        <source>Standard deviations between the slope and failure: -1 times the normal value of the probability, uncapped where the probability is too small to be told. 0 is a probability of 0.5, 2.3 one of 0.01, 3.1 one of 0.001.</source>
        <translation>Desviaciones típicas entre la ladera y la rotura: -1 por el valor normal de la probabilidad, sin tope donde la probabilidad es demasiado pequeña para distinguirla. 0 es una probabilidad de 0.5, 2.3 una de 0.01, 3.1 una de 0.001.</translation>
    </message>
    <message>
        <source>Start of every random draw. The same seed on the same machine gives the same model to the last bit.</source>
        <translation>Inicio de todos los sorteos al azar. La misma semilla en el mismo equipo da el mismo modelo hasta el último bit.</translation>
    </message>
    <message>
        <source>Start of every random draw. The same seed on the same machine gives the same model to the last bit. If not given: 42.</source>
        <translation>Inicio de todos los sorteos al azar. La misma semilla en el mismo equipo da el mismo modelo hasta el último bit. Si no se indica: 42.</translation>
    </message>
    <message>
        <source>Start of the random sequence of the bootstrap; the same seed gives the same band.</source>
        <translation>Inicio de la secuencia aleatoria del bootstrap; la misma semilla da la misma banda.</translation>
    </message>
    <message>
        <source>Start of the random sequence of the sampling and the lines; the same seed gives the same map.</source>
        <translation>Inicio de la secuencia aleatoria del muestreo y de las líneas; la misma semilla da el mismo mapa.</translation>
    </message>
    <message>
        <source>Steeper cells are rock faces, for which the infinite slope is not valid; they stay empty.</source>
        <translation>Las celdas de mayor pendiente son paredes de roca, para las que el talud infinito no es válido; quedan vacías.</translation>
    </message>
    <message>
        <source>Steps of the rain are joined to steps of this length before the network reads them; a whole multiple of their own that divides the window. Sums of rain for the other families are taken from the steps as they are.</source>
        <translation>Los pasos de la lluvia se agrupan en pasos de esta duración antes de que la red los lea; un múltiplo entero de su duración original que sea divisor de la ventana. Las sumas de lluvia de las demás familias se toman de los pasos tal como son.</translation>
    </message>
    <message>
        <source>Steps with no more than this count as dry: what gauges and radar make of dew and drizzle.</source>
        <translation>Los pasos que no superan este valor cuentan como secos: es lo que pluviómetros y radares registran por rocío y llovizna.</translation>
    </message>
    <message>
        <source>Strength that roots add, in full down to the root depth and fading to nothing at one and a half of it. Grass adds about 1, forest 2 to 10.</source>
        <translation>Resistencia que añaden las raíces, íntegra hasta la profundidad de las raíces y decreciente hasta anularse a una vez y media esa profundidad. La hierba añade alrededor de 1, el bosque de 2 a 10.</translation>
    </message>
    <message>
        <source>Such as those of a later storm: they test what the model predicts.</source>
        <translation>Como los de una tormenta posterior: ponen a prueba lo que predice el modelo.</translation>
    </message>
    <message>
        <source>Suction beyond this adds no strength: it is lost first when rain comes.</source>
        <translation>La succión que supera este valor no añade resistencia: es la primera que se pierde cuando llueve.</translation>
    </message>
    <message>
        <source>Sums up a susceptibility map within slope units, catchments, municipalities or any polygons: mean and 90th percentile of the probability, share of the cells in a class or above, mean standard deviation, number of cells.

Polygons may be in any CRS and may overlap. A cell belongs to a polygon if its centre lies inside; a polygon with no centre inside gets the cell of its own centre, and says so (by_centre). A polygon without any value stays empty.</source>
        <translation>Resume un mapa de susceptibilidad dentro de unidades de ladera, cuencas, municipios o cualesquiera polígonos: media y percentil 90 de la probabilidad, proporción de las celdas en una clase o superior, desviación típica media, número de celdas.

Los polígonos pueden estar en cualquier SRC y superponerse. Una celda pertenece a un polígono si su centro queda dentro; un polígono sin ningún centro dentro recibe la celda de su propio centro, y así lo indica (by_centre). Un polígono sin ningún valor queda vacío.</translation>
    </message>
    <message>
        <source>Sums up rasters within slope units, catchments, municipalities or any polygons: mean, standard deviation, range, quantiles, and the most frequent class. The fields are the factors of a model of units.

Polygons may be in any CRS and may overlap, and each raster may lie on its own grid. A cell belongs to a polygon if its centre lies inside; a polygon with no centre inside gets the cell of its own centre, and says so (by_centre). Where a raster has no value in a polygon, the field stays empty. Of directions in degrees the mean is that of the directions: of 350 and 10 it is 0.</source>
        <translation>Resume rásteres dentro de unidades de ladera, cuencas, municipios o cualesquiera polígonos: media, desviación típica, rango, cuantiles y clase más frecuente. Los campos son los factores de un modelo de unidades.

Los polígonos pueden estar en cualquier SRC y superponerse, y cada ráster puede estar en su propia malla. Una celda pertenece a un polígono si su centro queda dentro; un polígono sin ningún centro dentro recibe la celda de su propio centro, y así lo indica (by_centre). Si un ráster no tiene ningún valor en un polígono, el campo queda vacío. En direcciones en grados la media es la de las direcciones: la de 350 y 10 es 0.</translation>
    </message>
    <message>
        <source>T of the design storm's rain; no part of it is the rain before, nor the landslides.</source>
        <translation>T de la lluvia de la tormenta de diseño; no incluye la lluvia anterior ni los deslizamientos.</translation>
    </message>
    <message>
        <source>Table of trigger scenarios, or of annual maxima with a row a year, as 'Build trigger scenarios' takes it. Needs the soil table. CSV, text, .xlsx or .ods, or the name of a table of the project.</source>
        <translation>Tabla de escenarios desencadenantes, o de máximos anuales con una fila por año, como la toma 'Construir escenarios desencadenantes'. Necesita la tabla de suelos. CSV, texto, .xlsx o .ods, o el nombre de una tabla del proyecto.</translation>
    </message>
    <message>
        <source>Table with return_period_yr and trigger columns; without it there is one map, Susceptibility. A cell may name a raster instead of a number, such as the rain of a storm: each sample then learns from its own. CSV, text, .xlsx or .ods, or the name of a table of the project; or the JSON file of 'Build trigger scenarios'.</source>
        <translation>Tabla con return_period_yr y columnas de desencadenantes; sin ella hay un solo mapa, Susceptibilidad. Una celda puede nombrar un ráster en vez de contener un número, como la lluvia de una tormenta: cada muestra aprende entonces del suyo. CSV, texto, .xlsx o .ods, o el nombre de una tabla del proyecto; o el archivo JSON de 'Construir escenarios desencadenantes'.</translation>
    </message>
    <message>
        <source>The PDF to write.</source>
        <translation>El PDF que se escribe.</translation>
    </message>
    <message>
        <source>The area is cut into this many compact parts by k-means on the sample positions; each part in turn is predicted by a model that has not seen it. 5 is usual. Regions, fields, events and a date make as many parts as they name.</source>
        <translation>El área se divide en este número de partes compactas mediante k-medias sobre las posiciones de las muestras; cada parte, por turno, la predice un modelo que no la ha visto. 5 es lo habitual. Las regiones, los campos, los eventos y una fecha dan tantas partes como nombran.</translation>
    </message>
    <message>
        <source>The area is cut into this many compact parts by k-means on the sample positions; each part in turn is predicted by a model that has not seen it. 5 is usual. Regions, fields, events and a date make as many parts as they name. If not given: 5.</source>
        <translation>El área se divide en este número de partes compactas mediante k-medias sobre las posiciones de las muestras; cada parte, por turno, la predice un modelo que no la ha visto. 5 es lo habitual. Las regiones, los campos, los eventos y una fecha dan tantas partes como nombran. Si no se indica: 5.</translation>
    </message>
    <message>
        <source>The classes on an A4 sheet with legend, scale and limits, as PDF in the folder and in what is handed over.</source>
        <translation>Las clases en una hoja A4 con leyenda, escala y límites, como PDF en la carpeta y en lo que se entrega.</translation>
    </message>
    <message>
        <source>The day of the year as a cycle, so that December meets January. Leave it out where samples cover one season.</source>
        <translation>El día del año como un ciclo, de modo que diciembre enlaza con enero. Conviene omitirlo si las muestras abarcan una sola estación del año.</translation>
    </message>
    <message>
        <source>The default gives the documented area, with 115 landslide cells; other seeds give other areas.</source>
        <translation>El valor por defecto da el área documentada, con 115 celdas de deslizamiento; otras semillas dan otras áreas.</translation>
    </message>
    <message>
        <source>The ensemble trains this many networks, each with another seed and another part of the area left out; their spread shows how far the answer depends on that.</source>
        <translation>El conjunto entrena este número de redes, cada una con otra semilla y con otra parte del área excluida; su dispersión muestra hasta qué punto la respuesta depende de ello.</translation>
    </message>
    <message>
        <source>The ensemble trains this many networks, each with another seed and another part of the area left out; their spread shows how far the answer depends on that. If not given: 5.</source>
        <translation>El conjunto entrena este número de redes, cada una con otra semilla y con otra parte del área excluida; su dispersión muestra hasta qué punto la respuesta depende de ello. Si no se indica: 5.</translation>
    </message>
    <message>
        <source>The figures for programs.</source>
        <translation>Las cifras para programas.</translation>
    </message>
    <message>
        <source>The ground left and right of each stretch of these streams is what is divided further. It hardly matters if it is large against the units wanted.</source>
        <translation>Lo que se sigue dividiendo es el terreno a izquierda y derecha de cada tramo de estos cauces. Apenas influye si el valor es grande frente a las unidades deseadas.</translation>
    </message>
    <message>
        <source>The ids of the series; rows are numbered if left empty.</source>
        <translation>Los identificadores de las series; si se deja vacío, las filas se numeran.</translation>
    </message>
    <message>
        <source>The interval of the AUROC draws whole blocks of ground, since neighbouring cells are alike; choose them larger than what makes neighbours alike. A tenth of the longer side of the map if left empty.</source>
        <translation>El intervalo del AUROC sortea bloques enteros de terreno, ya que las celdas vecinas se parecen; conviene que los bloques sean mayores que la distancia a la que las vecinas se parecen. Si se deja vacío, una décima parte del lado mayor del mapa.</translation>
    </message>
    <message>
        <source>The model the map was made with; its zoning statement and limits are printed; if empty, that beside it. The .zip of a model works as well.</source>
        <translation>El modelo con el que se hizo el mapa; se imprimen su declaración de zonificación y sus límites; si se deja vacío, el que está junto al mapa. También sirve el .zip de un modelo.</translation>
    </message>
    <message>
        <source>The most uncertain places come first; the rank tells the order.</source>
        <translation>Primero van los lugares más inciertos; el puesto indica el orden.</translation>
    </message>
    <message>
        <source>The nearest gauge speaks for a sample, and its gaps are gaps; or the eight nearest that have the step, weighed by the inverse square of their distance. Choices: nearest: Nearest gauge (Thiessen); distance: Inverse distance.</source>
        <translation>El pluviómetro más cercano representa a la muestra, y sus huecos son huecos; o bien los ocho más cercanos que tienen el paso, ponderados por el inverso del cuadrado de su distancia. Opciones: nearest: Pluviómetro más cercano (Thiessen); distance: Distancia inversa.</translation>
    </message>
    <message>
        <source>The one the model was trained with; needed to map the models of BUNDLES.</source>
        <translation>El mismo con el que se entrenó el modelo; hace falta para cartografiar los modelos de BUNDLES.</translation>
    </message>
    <message>
        <source>The page ends with a list from which every figure can be saved as PNG (300 dpi), SVG or PDF; it is some 20 MB larger then.</source>
        <translation>La página termina con una lista desde la que cada figura se puede guardar como PNG (300 dpi), SVG o PDF; ocupa entonces unos 20 MB más.</translation>
    </message>
    <message>
        <source>The page to write.</source>
        <translation>La página que se escribe.</translation>
    </message>
    <message>
        <source>The points are chosen among the cells with the highest uncertainty; 0.1 is the top 10 %.</source>
        <translation>Los puntos se eligen entre las celdas con mayor incertidumbre; 0.1 es el 10 % superior.</translation>
    </message>
    <message>
        <source>The rain to change; for a design storm, what fell before it. A GeoTIFF with a band a step, NetCDF, or a folder of either (type its path).</source>
        <translation>La lluvia que se modifica; para una tormenta de diseño, la que cayó antes de ella. Un GeoTIFF con una banda por paso, NetCDF, o una carpeta de cualquiera de ellos (se escribe su ruta).</translation>
    </message>
    <message>
        <source>The same as CSV, a row a finding.</source>
        <translation>Lo mismo como CSV, una fila por hallazgo.</translation>
    </message>
    <message>
        <source>The same for programs.</source>
        <translation>Lo mismo para programas.</translation>
    </message>
    <message>
        <source>The same for the second map. Choices: auto: As the raster says; high: High values; low: Low values.</source>
        <translation>Lo mismo para el segundo mapa. Opciones: auto: Como dice el ráster; high: Valores altos; low: Valores bajos.</translation>
    </message>
    <message>
        <source>The same limit for a scenario table that has any seismic coefficient over 0.</source>
        <translation>El mismo límite para una tabla de escenarios con algún coeficiente sísmico mayor que 0.</translation>
    </message>
    <message>
        <source>The same model in one .zip, to send or archive; it is accepted wherever the folder is.</source>
        <translation>El mismo modelo en un solo .zip, para enviarlo o archivarlo; se admite donde se admita la carpeta.</translation>
    </message>
    <message>
        <source>The same quantity as in the training.</source>
        <translation>La misma magnitud que en el entrenamiento.</translation>
    </message>
    <message>
        <source>The same table with fits, bands and sources; the other algorithms take it as well.</source>
        <translation>La misma tabla con ajustes, bandas y fuentes; los demás algoritmos también la admiten.</translation>
    </message>
    <message>
        <source>The same without geometry, a row a polygon.</source>
        <translation>Lo mismo sin geometría, una fila por polígono.</translation>
    </message>
    <message>
        <source>The same without geometry, a row a unit.</source>
        <translation>Lo mismo sin geometría, una fila por unidad.</translation>
    </message>
    <message>
        <source>The scenario table that the other algorithms take; from annual maxima with the ends of the band that the fit leaves, which mapping can carry into the probabilities.</source>
        <translation>La tabla de escenarios que toman los demás algoritmos; a partir de máximos anuales, con los extremos de la banda que deja el ajuste, que la cartografía puede trasladar a las probabilidades.</translation>
    </message>
    <message>
        <source>The scenario's antecedent wetness, the same in ridge and hollow; or the steady wetness of an antecedent recharge, which gathers where the upslope area is large and needs the specific catchment area. A given depth or raster goes before both. Choices: scenario: Antecedent wetness of the scenario; recharge: Steady wetness of the antecedent recharge.</source>
        <translation>La humedad antecedente del escenario, la misma en crestas y vaguadas; o la humedad estacionaria de una recarga antecedente, que se concentra donde el área de aporte es grande y necesita el área de aporte específica. Una profundidad o un ráster dados prevalecen sobre ambas. Opciones: scenario: Humedad antecedente del escenario; recharge: Humedad estacionaria de la recarga antecedente.</translation>
    </message>
    <message>
        <source>The share of landslides among the samples; or the landslide share of the area, as the inventory shows it (for points one cell each, which is a lower bound). A share given by hand goes before. Choices: samples: Share among the samples; inventory: Share of the area, from the inventory.</source>
        <translation>La proporción de deslizamientos entre las muestras; o la proporción de deslizamientos del área, según lo que indica el inventario (para puntos, una celda por punto, lo que es un límite inferior). Una proporción dada a mano prevalece. Opciones: samples: Proporción entre las muestras; inventory: Proporción del área, según el inventario.</translation>
    </message>
    <message>
        <source>The share of landslides among the samples; or the landslide share of the area, as the inventory shows it (for points one cell each, which is a lower bound). A share given by hand goes before. Choices: samples: Share among the samples; inventory: Share of the area, from the inventory. If not given: samples.</source>
        <translation>La proporción de deslizamientos entre las muestras; o la proporción de deslizamientos del área, según lo que indica el inventario (para puntos, una celda por punto, lo que es un límite inferior). Una proporción dada a mano prevalece. Opciones: samples: Proporción entre las muestras; inventory: Proporción del área, según el inventario. Si no se indica: samples.</translation>
    </message>
    <message>
        <source>The sheet stays in the project as a print layout, with its layers in a group of their own, to be finished by hand.</source>
        <translation>La hoja se conserva en el proyecto como composición de impresión, con sus capas en un grupo propio, para terminarla a mano.</translation>
    </message>
    <message>
        <source>The standard deviation is that of all cells. Majority is found for classes and whole numbers; classes have nothing else. Choices: mean; sd: Standard deviation; minimum; maximum; range; majority: Most frequent class (majority).</source>
        <translation>La desviación típica es la de todas las celdas. La mayoría se obtiene para clases y números enteros; las clases no tienen otro estadístico. Opciones: mean; sd: Desviación típica; minimum; maximum; range; majority: Clase más frecuente (mayoría).</translation>
    </message>
    <message>
        <source>The table as a page.</source>
        <translation>La tabla en forma de página.</translation>
    </message>
    <message>
        <source>The table, a row a model.</source>
        <translation>La tabla, una fila por modelo.</translation>
    </message>
    <message>
        <source>The weighted sum lets a high score of one factor make up for a low one of another. Fuzzy AND takes the smallest score, OR the largest; product and sum go beyond them, and gamma stands between the two. Choices: weighted_sum: Weighted sum; fuzzy_and: Fuzzy AND; fuzzy_or: Fuzzy OR; fuzzy_product: Fuzzy product; fuzzy_sum: Fuzzy sum; fuzzy_gamma: Fuzzy gamma.</source>
        <translation>La suma ponderada permite que una puntuación alta de un factor compense una baja de otro. El Y difuso toma la menor puntuación y el O difuso la mayor; el producto y la suma van más allá de estas, y gamma queda entre ambos. Opciones: weighted_sum: Suma ponderada; fuzzy_and: Y difuso; fuzzy_or: O difuso; fuzzy_product: Producto difuso; fuzzy_sum: Suma difusa; fuzzy_gamma: Gamma difuso.</translation>
    </message>
    <message>
        <source>Three bands, in bits: entropy of the mean, its aleatoric part, which no further member would lessen, and its epistemic part, which is the members' disagreement.</source>
        <translation>Tres bandas, en bits: entropía de la media, su parte aleatoria, que ningún miembro adicional reduciría, y su parte epistémica, que es el desacuerdo entre los miembros.</translation>
    </message>
    <message>
        <source>Tick this if the inventory has a field of 0 and 1 that is no label.</source>
        <translation>Debe marcarse si el inventario tiene un campo de 0 y 1 que no es una etiqueta.</translation>
    </message>
    <message>
        <source>Training and reports run in a Python environment of their own, apart from QGIS, so that no package can break QGIS. &lt;b&gt;Check&lt;/b&gt; looks for it, loads every package in it and reports the versions. &lt;b&gt;Create&lt;/b&gt; makes it with pip from pinned versions, each held to its hash. It takes Python 3.10 to 3.13 (the one that QGIS ships, where it can, else one that is found), about 600 MB from the network, 2.5 GB of disk and a few minutes. Nothing is installed into QGIS's own Python. A run that was broken off goes on where it stopped, and an environment that does not pass its check is made anew: run Create again.
The environment is looked for in this order: variable LANDSLIDE_PYTHON, QGIS setting landslide/python, folder landslide/venv of the user profile (on Windows of the local application data), folder .venv-worker beside the plugin's source.</source>
        <translation>El entrenamiento y los informes se ejecutan en un entorno de Python propio, separado de QGIS, para que ningún paquete pueda estropear QGIS. &lt;b&gt;Comprobar&lt;/b&gt; lo busca, carga todos sus paquetes e informa de las versiones. &lt;b&gt;Crear&lt;/b&gt; lo construye con pip a partir de versiones fijadas, cada una verificada con su suma de control. Usa Python 3.10 a 3.13 (el que trae QGIS, si es posible, o bien otro que se encuentre), unos 600 MB de descarga, 2.5 GB de disco y unos minutos. No se instala nada en el Python de QGIS. Una ejecución interrumpida continúa donde se detuvo, y un entorno que no supera la comprobación se construye de nuevo: basta con ejecutar Crear otra vez.
El entorno se busca en este orden: variable LANDSLIDE_PYTHON, opción de QGIS landslide/python, carpeta landslide/venv del perfil de usuario (en Windows, de los datos locales de aplicación), carpeta .venv-worker junto al código fuente del complemento.</translation>
    </message>
    <message>
        <source>Training samples nearer than this to a sample of the part held out are left out of that training.</source>
        <translation>Las muestras de entrenamiento a menos de esta distancia de una muestra de la parte reservada se excluyen de ese entrenamiento.</translation>
    </message>
    <message>
        <source>Training samples nearer than this to a sample of the part held out are left out of that training. If not given: 0.0.</source>
        <translation>Las muestras de entrenamiento a menos de esta distancia de una muestra de la parte reservada se excluyen de ese entrenamiento. Si no se indica: 0.0.</translation>
    </message>
    <message>
        <source>Trains a quick model on the inventory as it is, and on worse ones: landslides moved by some metres, missing at random, the smallest ones missing, or those far from roads. Each is judged, in spatial folds, on the landslides as given: what the AUROC loses, and which share of the cells changes class.

Of polygons the page also shows how frequent each size is, and where the curve rolls over, since smaller landslides are rarer or were not mapped.

The quality level of Guzzetti et al. (2006) is printed from what was done: fit, error in each cell, and prediction of landslides that took no part, for which another inventory is needed. Spatial folds of one inventory are not its independent test. Needs no modelling environment.</source>
        <translation>Entrena un modelo rápido con el inventario tal como está y con otros peores: con deslizamientos desplazados unos metros, con deslizamientos que faltan al azar, sin los más pequeños o sin los que están lejos de las carreteras. Cada uno se evalúa, en particiones espaciales, con los deslizamientos originales: lo que pierde el AUROC y qué proporción de las celdas cambia de clase.

De los polígonos la página muestra además la frecuencia de cada tamaño y dónde se invierte la curva, pues los deslizamientos menores son más raros o no se cartografiaron.

El nivel de calidad de Guzzetti et al. (2006) se imprime según lo que se hizo: ajuste, error en cada celda y predicción de deslizamientos que no participaron, para la que se necesita otro inventario. Las particiones espaciales de un mismo inventario no son su prueba independiente. No necesita entorno de modelado.</translation>
    </message>
    <message>
        <source>Trains the stacked mean, its networks with a term that draws them towards slope stability: the probability of failure (or the factor of safety) per trigger scenario, from 'Compute factor of safety' or from any other program.

The prior acts on all scenarios and on cells without a sample, with weight lambda; the other families of the stacked mean have the probability of failure as an input, so that their probability follows the rain, and the map then needs that raster too. It helps where landslides are few and the physics is right. The scores show the model beside logistic regression and beside the physics alone; a model that beats neither has not earned its lambda.

A prior that says nothing (almost the same everywhere, or nearly all factors of safety at the cap) is an error. Trigger values that are the same for every cell make the differences between scenarios imposed by the physics, not learnt from the inventory.</source>
        <translation>Entrena la media apilada con un término en sus redes que las atrae hacia la estabilidad de laderas: la probabilidad de rotura (o el factor de seguridad) por escenario desencadenante, de 'Calcular el factor de seguridad' o de cualquier otro programa.

La estimación previa actúa en todos los escenarios y en las celdas sin muestra, con peso lambda; las demás familias de la media apilada tienen la probabilidad de rotura como entrada, de modo que su probabilidad sigue a la lluvia, y el mapa necesita entonces también ese ráster. Ayuda cuando los deslizamientos son pocos y la física es correcta. Las puntuaciones muestran el modelo junto a la regresión logística y junto a la física sola; un modelo que no supera a ninguna de las dos no se ha ganado su lambda.

Una estimación previa que no dice nada (casi igual en todas partes, o con casi todos los factores de seguridad en el tope) se trata como un error. Si los valores de los desencadenantes son iguales en todas las celdas, las diferencias entre escenarios las impone la física, no se aprenden del inventario.</translation>
    </message>
    <message>
        <source>Triggers whose landslides count, separated by commas; left empty, all of them. The ground of landslides left out is neither slid nor stable.</source>
        <translation>Desencadenantes cuyos deslizamientos cuentan, separados por comas; si se deja vacío, todos. El terreno de los deslizamientos omitidos no cuenta ni como deslizado ni como estable.</translation>
    </message>
    <message>
        <source>True share of the area that is landslide, from 0 to 1. If given, probabilities are corrected from the share among the samples to this share; if not, they refer to the share among the samples.</source>
        <translation>Proporción real del área ocupada por deslizamientos, de 0 a 1. Si se indica, las probabilidades se corrigen de la proporción entre las muestras a esta proporción; si no, se refieren a la proporción entre las muestras.</translation>
    </message>
    <message>
        <source>Turns a DEM, and the fault, river, road, lithology, land-cover, NDVI and rainfall layers there are, into one raster of conditioning factors: a band a factor, named, with its unit.

The DEM may be projected or in degrees, and cells need not be square: in degrees and in Mercator's projection the size of the cells is taken row by row. Aspect is the azimuth of the downslope direction, clockwise from north; curvatures are in 1/m and positive where the surface is convex. Slopes at the edge and beside holes are one-sided and exact on a plane. Flow is routed over the whole DEM (depressions filled, multiple flow directions) before the study mask is applied, so take a DEM that holds the whole catchments: where its edge cuts them, upslope areas are too small.

Lithology and land cover may be rasters of codes or polygons. NDVI and the choice of the factors stand under Advanced. Layers not given are left out, never invented. Nothing needs to be installed; with the modelling environment large DEMs are done many times faster and in a tenth of the memory (see ENGINE).</source>
        <translation>Convierte un MDE y las capas de que se disponga de fallas, ríos, carreteras, litología, cobertura del suelo, NDVI y precipitación en un ráster de factores condicionantes: una banda por factor, con su nombre y su unidad.

El MDE puede estar proyectado o en grados, y las celdas no tienen que ser cuadradas: en grados y en la proyección de Mercator el tamaño de las celdas se toma fila a fila. La orientación es el acimut de la dirección ladera abajo, en el sentido de las agujas del reloj desde el norte; las curvaturas están en 1/m y son positivas donde la superficie es convexa. Las pendientes en el borde y junto a los huecos se calculan por un solo lado y son exactas en un plano. El flujo se traza sobre todo el MDE (con depresiones rellenas y direcciones múltiples de flujo) antes de aplicar la máscara de estudio, por lo que conviene un MDE que contenga las cuencas enteras: donde su borde las corta, las áreas de drenaje resultan demasiado pequeñas.

La litología y la cobertura del suelo pueden ser rásteres de códigos o polígonos. El NDVI y la elección de los factores están en Parámetros avanzados. Las capas que no se indican se omiten, nunca se inventan. No hay que instalar nada; con el entorno de modelado los MDE grandes se procesan mucho más rápido y con una décima parte de la memoria (véase ENGINE).</translation>
    </message>
    <message>
        <source>Turns the scenarios' seismic coefficient into the peak ground acceleration of the Newmark displacement.</source>
        <translation>Convierte el coeficiente sísmico de los escenarios en la aceleración máxima del terreno para el desplazamiento de Newmark.</translation>
    </message>
    <message>
        <source>Types to train on, separated by commas; left empty, all of them. No sample lies in a landslide left out. A type that holds a comma stands in quotation marks ("Slide, rotational"), or semicolons separate the list.</source>
        <translation>Tipos con los que se entrena, separados por comas; si se deja vacío, todos. Ninguna muestra está en un deslizamiento omitido. Un tipo que contiene una coma va entre comillas ("Slide, rotational"), o la lista se separa con punto y coma.</translation>
    </message>
    <message>
        <source>Unit of the DEM's heights. All factors are computed and written in metres. Choices: metre: Metres; foot: Feet (international); us_survey_foot: Feet (US survey).</source>
        <translation>Unidad de las alturas del MDE. Todos los factores se calculan y se escriben en metros. Opciones: metre: Metros; foot: Pies (internacionales); us_survey_foot: Pies (topográficos de EE. UU.).</translation>
    </message>
    <message>
        <source>Unit weight below the water table, used for the whole area where no profile, lithology or table is given.</source>
        <translation>Peso unitario bajo el nivel freático, que se usa en toda el área si no se da perfil, litología ni tabla.</translation>
    </message>
    <message>
        <source>Upper end of the same. As large as the lower end, the depth is not calibrated.</source>
        <translation>Extremo superior de lo mismo. Si es igual al extremo inferior, el espesor no se calibra.</translation>
    </message>
    <message>
        <source>Upper end of the same. As large as the lower end, the wetness is not calibrated and stays the scenario's.</source>
        <translation>Extremo superior de lo mismo. Si es igual al extremo inferior, la humedad no se calibra y sigue siendo la del escenario.</translation>
    </message>
    <message>
        <source>Upslope area per unit contour length, for the steady wetness. In a raster of several bands, the band named catchment_area is used, as 'Derive terrain factors' writes it.</source>
        <translation>Área de aporte por unidad de longitud de curva de nivel, para la humedad estacionaria. En un ráster de varias bandas se usa la banda llamada catchment_area, tal como la escribe 'Derivar factores del terreno'.</translation>
    </message>
    <message>
        <source>Used when stable samples are drawn at random. 1 is usual; a higher ratio describes the area better.</source>
        <translation>Se usa cuando las muestras estables se sortean al azar. 1 es lo habitual; una relación mayor describe mejor el área.</translation>
    </message>
    <message>
        <source>Used when stable samples are drawn at random. 1 is usual; a higher ratio describes the area better. If not given: 1.0.</source>
        <translation>Se usa cuando las muestras estables se sortean al azar. 1 es lo habitual; una relación mayor describe mejor el área. Si no se indica: 1.0.</translation>
    </message>
    <message>
        <source>Used when stable samples are drawn at random. They are what says that slopes stand; the likelihood knows how they were drawn, so more of them shift nothing.</source>
        <translation>Se usa cuando las muestras estables se sortean al azar. Son lo que indica que las laderas resisten; la verosimilitud sabe cómo se sortearon, de modo que un número mayor no desplaza nada.</translation>
    </message>
    <message>
        <source>Used where no file is given. A row a return period, rising: rain intensity in mm/h, duration in hours, share of the soil depth that is saturated before the rain, horizontal seismic coefficient. The rows shown are an example; put in the storms of your area.</source>
        <translation>Se usa cuando no se da ningún archivo. Una fila por período de retorno, en orden creciente: intensidad de la lluvia en mm/h, duración en horas, proporción del espesor del suelo saturada antes de la lluvia, coeficiente sísmico horizontal. Las filas que se muestran son un ejemplo; deben sustituirse por las tormentas del área propia.</translation>
    </message>
    <message>
        <source>Values between the classes of the density, such as 1 1.25 1.5 of a factor of safety. Left empty: the cut points that the raster names, its codes, or five classes of equal area.</source>
        <translation>Valores entre las clases de la densidad, como 1 1.25 1.5 de un factor de seguridad. Si se deja vacío: los puntos de corte que nombra el ráster, sus códigos o cinco clases de igual área.</translation>
    </message>
    <message>
        <source>Vertical depth of dense roots.</source>
        <translation>Profundidad vertical de las raíces densas.</translation>
    </message>
    <message>
        <source>Vertical depth of the failure plane below the ground, in metres; empty where unknown.</source>
        <translation>Profundidad vertical del plano de rotura bajo el terreno, en metros; vacío donde se desconoce.</translation>
    </message>
    <message>
        <source>Vertical depth of the water table before the rain, for any choice of pore water pressure that has a water table; it takes the place of the antecedent wetness.</source>
        <translation>Profundidad vertical del nivel freático antes de la lluvia, para cualquier opción de presión de agua de poros que tenga nivel freático; sustituye a la humedad antecedente.</translation>
    </message>
    <message>
        <source>Vertical depth of the water table before the rain. No-data where the pore water pressure has none.</source>
        <translation>Profundidad vertical del nivel freático antes de la lluvia. Sin datos donde la opción de presión de agua de poros no lo tiene.</translation>
    </message>
    <message>
        <source>Vertical depth of the water table before the rain; used with that choice of pore water pressure only, where no raster gives it.</source>
        <translation>Profundidad vertical del nivel freático antes de la lluvia; solo se usa con esa opción de presión de agua de poros, donde ningún ráster la da.</translation>
    </message>
    <message>
        <source>Vertical depth of the weakest plane in metres, a band a scenario.</source>
        <translation>Profundidad vertical del plano más débil en metros, una banda por escenario.</translation>
    </message>
    <message>
        <source>Vertical depth to bedrock in metres, which cuts the soil of each cell; the depth is then not calibrated.</source>
        <translation>Profundidad vertical de la roca en metros, que corta el suelo de cada celda; en ese caso el espesor no se calibra.</translation>
    </message>
    <message>
        <source>Vertical depth to bedrock in metres, which cuts the soil profile of each cell.</source>
        <translation>Profundidad vertical de la roca en metros, que corta el perfil de suelo de cada celda.</translation>
    </message>
    <message>
        <source>Vertical depth to bedrock in metres, with model, limits and spread in its metadata. 'Compute factor of safety' cuts its soil there; a profile that ends higher up stays as it is, so let it reach the largest depth.</source>
        <translation>Profundidad vertical hasta la roca en metros, con el modelo, los límites y la dispersión en los metadatos. 'Calcular el factor de seguridad' corta allí su suelo; un perfil que termina más arriba queda como está, por lo que conviene que alcance la profundidad máxima.</translation>
    </message>
    <message>
        <source>Vertical depth to bedrock of the one layer of uniform values, where no raster gives it; a profile or table has depths of its own, which the soil depth limit cuts.</source>
        <translation>Profundidad vertical de la roca para la capa única de valores uniformes, donde ningún ráster la da; un perfil o una tabla tiene sus propias profundidades, que corta el límite del espesor del suelo.</translation>
    </message>
    <message>
        <source>Vertical depth to bedrock, kept in a band of its own; 'Compute factor of safety' cuts the soil there.</source>
        <translation>Profundidad vertical hasta la roca, que se guarda en una banda propia; 'Calcular el factor de seguridad' corta allí el suelo.</translation>
    </message>
    <message>
        <source>Water goes to all lower neighbours in proportion to the slope raised to this exponent (Freeman 1991). Larger values gather the flow more.</source>
        <translation>El agua va a todas las vecinas más bajas en proporción a la pendiente elevada a este exponente (Freeman 1991). Los valores mayores concentran más el flujo.</translation>
    </message>
    <message>
        <source>Water that steadily reaches the water table in the weeks before the storm: rain less evaporation.</source>
        <translation>Agua que llega de forma constante al nivel freático en las semanas anteriores a la tormenta: lluvia menos evaporación.</translation>
    </message>
    <message>
        <source>Weight on the ground of each cell, in place of the number.</source>
        <translation>Peso sobre el terreno de cada celda, en lugar del número.</translation>
    </message>
    <message>
        <source>Weight on the ground, such as trees or fill, on the horizontal.</source>
        <translation>Peso sobre el terreno, como árboles o rellenos, referido a la horizontal.</translation>
    </message>
    <message>
        <source>Weights of evidence add W+ of the class that each factor lies in, which is exact where factors are independent. The information value is the logarithm of the frequency ratio; the sum of ratios itself is the older custom. Choices: weights_of_evidence: Weights of evidence; information_value: Information value; frequency_ratio: Frequency ratio. If not given: weights_of_evidence.</source>
        <translation>Los pesos de evidencia suman el W+ de la clase en que se encuentra cada factor, lo que es exacto si los factores son independientes. El valor informativo es el logaritmo de la razón de frecuencias; la suma de las propias razones es la práctica más antigua. Opciones: weights_of_evidence: Pesos de evidencia; information_value: Valor informativo; frequency_ratio: Razón de frecuencias. Si no se indica: weights_of_evidence.</translation>
    </message>
    <message>
        <source>Weights, scores, consistency, and the judgement.</source>
        <translation>Pesos, puntuaciones, consistencia y la evaluación.</translation>
    </message>
    <message>
        <source>What 16, 50 and 84 % of slopes like these stay below by the spread of Jibson (2007): three bands a scenario. The soil's own spread is not in it.</source>
        <translation>Lo que no superan el 16, el 50 y el 84 % de las laderas como estas según la dispersión de Jibson (2007): tres bandas por escenario. La dispersión propia del suelo no está incluida.</translation>
    </message>
    <message>
        <source>What a cell of the reference scenario may be, by limits learnt from held-out samples: 1 the set holds stable only, 2 both or neither, 3 landslide only, 0 no-data. The metadata state how often such sets held the truth; nothing is promised, and code 1 is no statement that ground is safe.</source>
        <translation>Lo que puede ser una celda del escenario de referencia, según límites aprendidos de muestras reservadas: 1 el conjunto contiene solo estable, 2 ambos o ninguno, 3 solo deslizamiento, 0 sin datos. Los metadatos indican con qué frecuencia contuvieron la verdad tales conjuntos; no se promete nada, y el código 1 no significa que el terreno sea seguro.</translation>
    </message>
    <message>
        <source>What computes the factors. Fast: compiled kernels in the modelling environment, a tenth of the memory. Plain: NumPy in QGIS itself, nothing to install. Automatic takes the fast one from a million cells on, if the environment is there. Results agree to the last digits. Choices: auto: Automatic; fast: Fast (modelling environment); plain: Plain (QGIS itself).</source>
        <translation>Con qué se calculan los factores. Rápido: rutinas compiladas del entorno de modelado, con una décima parte de la memoria. Simple: NumPy en el propio QGIS, sin instalar nada. Automático usa el rápido a partir de un millón de celdas, si existe el entorno. Los resultados coinciden hasta las últimas cifras. Opciones: auto: Automático; fast: Rápido (entorno de modelado); plain: Simple (el propio QGIS).</translation>
    </message>
    <message>
        <source>What each number of the rain stands for. Told by unit and metadata where they say it; ERA5-Land gives totals since the day's start, ERA5 the rain of each hour. Choices: auto: Told by the file; amount: Rain of the step; rate; day: Total since the day's start (ERA5-Land); running: Total since the first step.</source>
        <translation>Qué representa cada número de la lluvia. Se deduce de la unidad y los metadatos si estos lo dicen; ERA5-Land da totales desde el inicio del día, ERA5 la lluvia de cada hora. Opciones: auto: Según el archivo; amount: Lluvia del paso; rate; day: Total desde el inicio del día (ERA5-Land); running: Total desde el primer paso.</translation>
    </message>
    <message>
        <source>What factors are tried with: a straight line for each, or a curve. Both train in a moment, without the modelling environment. Choices: logistic: Logistic regression; additive: Additive model (GAM).</source>
        <translation>Con qué se prueban los factores: una recta para cada uno, o una curva. Ambos modelos se entrenan en un momento, sin el entorno de modelado. Opciones: logistic: Regresión logística; additive: Modelo aditivo (GAM).</translation>
    </message>
    <message>
        <source>What factors are, such as aspect=circular; flow=log; rock=categorical.</source>
        <translation>Qué son los factores, como aspect=circular; flow=log; rock=categorical.</translation>
    </message>
    <message>
        <source>What factors are, such as aspect=circular; flow=log; rock=categorical; ndvi=continuous. Factors left out are what their raster says or, without a word of it, what palette, class names and values tell: the log lists it.</source>
        <translation>Qué son los factores, como aspect=circular; flow=log; rock=categorical; ndvi=continuous. Los factores omitidos son lo que dice su ráster o, si este no dice nada, lo que indican la paleta, los nombres de las clases y los valores: el registro los enumera.</translation>
    </message>
    <message>
        <source>What fields are, such as aspect_mean=circular; flow=log; rock=categorical. Fields left out are what their name or their values tell: the log lists it.</source>
        <translation>Qué son los campos, como aspect_mean=circular; flow=log; rock=categorical. Los campos omitidos son lo que indican su nombre o sus valores: el registro los enumera.</translation>
    </message>
    <message>
        <source>What is ranked: the model's standard deviation, an entropy, or the dissimilarity index.</source>
        <translation>Lo que se ordena: la desviación típica del modelo, una entropía o el índice de disimilitud.</translation>
    </message>
    <message>
        <source>What report and layers call the study; left empty, the name of its folder.</source>
        <translation>Cómo llaman al estudio el informe y las capas; si se deja vacío, el nombre de su carpeta.</translation>
    </message>
    <message>
        <source>What terrain, hydrology, geology, land cover, soil and trigger add to the log odds of each cell, a band a group, and a last band with their sum: the distance from the mean over typical cells of the training. Takes at most ten times as long as the map itself.</source>
        <translation>Lo que el terreno, la hidrología, la geología, la cobertura del suelo, el suelo y el desencadenante añaden al logaritmo de la razón de probabilidades de cada celda, una banda por grupo, y una última banda con su suma: la distancia a la media de celdas típicas del entrenamiento. Tarda a lo sumo diez veces lo que el propio mapa.</translation>
    </message>
    <message>
        <source>What the run may use. Rasters are read and written in strips that fit; the result does not depend on it.</source>
        <translation>Memoria que puede usar la ejecución. Los rásteres se leen y se escriben en franjas que caben en ella; el resultado no depende de este límite.</translation>
    </message>
    <message>
        <source>What to write besides, each by its own name into one folder. agreement: Ensemble agreement; flips: Class flips; member_classes: Lowest and highest class of the members; entropy: Entropy and its parts; decision: Conformal set; applicability: Area of applicability; attribution: Reasons by group of factors; model_depth: Depth the model looks at; return_period: Rain return period at which P passes the threshold; annual: Landslide probability a year from the year's largest storm of that duration, low and high; rain_band: Susceptibility at the ends of the rain's band; consistency: Model against physics; outside: Outside the area of applicability.</source>
        <translation>Qué más escribir, cada cosa con su propio nombre en una carpeta. agreement: Acuerdo del conjunto; flips: Cambios de clase; member_classes: Clase más baja y más alta de los miembros; entropy: Entropía y sus partes; decision: Conjunto conforme; applicability: Área de aplicabilidad; attribution: Razones por grupo de factores; model_depth: Profundidad que mira el modelo; return_period: Período de retorno de la lluvia en el que P supera el umbral; annual: Probabilidad de deslizamiento al año por la mayor tormenta anual de esa duración, baja y alta; rain_band: Susceptibilidad en los extremos de la banda de la lluvia; consistency: Modelo frente a física; outside: Fuera del área de aplicabilidad.</translation>
    </message>
    <message>
        <source>What to write besides, each by its own name into one folder. csv: Comparison (CSV); json: Comparison (JSON); samples: Samples.</source>
        <translation>Qué más escribir, cada cosa con su propio nombre en una misma carpeta. csv: Comparación (CSV); json: Comparación (JSON); samples: Muestras.</translation>
    </message>
    <message>
        <source>What to write besides, each by its own name into one folder. densities: Density table.</source>
        <translation>Qué más escribir, cada cosa con su propio nombre en una misma carpeta. densities: Tabla de densidades.</translation>
    </message>
    <message>
        <source>What to write besides, each by its own name into one folder. lines_by_class: Lines by landslide class; buildings_by_class: Buildings by landslide class; release_areas: Release areas (no run-out); release_raster: Release raster (no run-out); release_heights: Release heights (no run-out).</source>
        <translation>Qué más escribir, cada cosa con su propio nombre en una misma carpeta. lines_by_class: Líneas por clase de deslizamiento; buildings_by_class: Edificios por clase de deslizamiento; release_areas: Áreas de desprendimiento (sin propagación); release_raster: Ráster de desprendimiento (sin propagación); release_heights: Alturas de desprendimiento (sin propagación).</translation>
    </message>
    <message>
        <source>What to write besides, each by its own name into one folder. mask: Assessment mask; critical_layer: Critical layer; saturation: Saturated share of the soil; initial_water_table: Initial water table (depth, m); excess_rain: Excess rain (mm); yield_coefficient: Yield coefficient; displacement: Newmark displacement (cm); displacement_range: Newmark displacement with its spread (cm); reliability: Reliability index; leading: Leading uncertain input; fs_by_layer: Factor of safety by layer; statistics_file: Statistics (JSON).</source>
        <translation>Qué más escribir, cada cosa con su propio nombre en una misma carpeta. mask: Máscara de evaluación; critical_layer: Capa crítica; saturation: Proporción saturada del suelo; initial_water_table: Nivel freático inicial (profundidad, m); excess_rain: Lluvia excedente (mm); yield_coefficient: Coeficiente de aceleración crítica; displacement: Desplazamiento de Newmark (cm); displacement_range: Desplazamiento de Newmark con su dispersión (cm); reliability: Índice de fiabilidad; leading: Entrada incierta dominante; fs_by_layer: Factor de seguridad por capa; statistics_file: Estadísticas (JSON).</translation>
    </message>
    <message>
        <source>What to write besides, each by its own name into one folder. metrics: Scores (JSON); bundle_zip: Model bundle as one file.</source>
        <translation>Qué más escribir, cada cosa con su propio nombre en una carpeta. metrics: Puntuaciones (JSON); bundle_zip: Paquete del modelo en un solo archivo.</translation>
    </message>
    <message>
        <source>What to write besides, each by its own name into one folder. metrics: Scores (JSON); bundle_zip: Model bundle as one file; figures: Figures; samples: Samples.</source>
        <translation>Qué más escribir, cada cosa con su propio nombre en una carpeta. metrics: Puntuaciones (JSON); bundle_zip: Paquete del modelo en un solo archivo; figures: Figuras; samples: Muestras.</translation>
    </message>
    <message>
        <source>What to write besides, each by its own name into one folder. metrics: Scores (JSON); bundle_zip: Model bundle as one file; samples: Samples.</source>
        <translation>Qué más escribir, cada cosa con su propio nombre en una carpeta. metrics: Puntuaciones (JSON); bundle_zip: Paquete del modelo en un solo archivo; samples: Muestras.</translation>
    </message>
    <message>
        <source>What to write besides, each by its own name into one folder. record: Scenarios with their sources (JSON); plot: Return-level plot; hyetographs: Hyetographs.</source>
        <translation>Qué más escribir, cada cosa con su propio nombre en una carpeta. record: Escenarios con sus fuentes (JSON); plot: Gráfico de niveles de retorno; hyetographs: Hietogramas.</translation>
    </message>
    <message>
        <source>What to write besides, each by its own name into one folder. report: Report.</source>
        <translation>Qué más escribir, cada cosa con su propio nombre en una carpeta. report: Informe.</translation>
    </message>
    <message>
        <source>What to write besides, each by its own name into one folder. table: Thresholds (table); events_of_rain: Events of rain; figure: Figure.</source>
        <translation>Qué más escribir, cada cosa con su propio nombre en una carpeta. table: Umbrales (tabla); events_of_rain: Eventos de lluvia; figure: Figura.</translation>
    </message>
    <message>
        <source>What to write besides, each by its own name into one folder. uncertainty: Ensemble standard deviation.</source>
        <translation>Qué más escribir, cada cosa con su propio nombre en una misma carpeta. uncertainty: Desviación típica del conjunto.</translation>
    </message>
    <message>
        <source>What to write besides, each by its own name into one folder. uncertainty: Ensemble standard deviation; fs: Factor of safety; pf: Probability of failure.</source>
        <translation>Qué más escribir, cada cosa con su propio nombre en una carpeta. uncertainty: Desviación típica del conjunto; fs: Factor de seguridad; pf: Probabilidad de rotura.</translation>
    </message>
    <message>
        <source>When DEM, vegetation index and land cover were recorded, such as dem=2011; ndvi=2018-05; landcover=2015 (a factor's name goes too). Factors later than the landslides, or of unknown date, may give them away: scores are then given without them too.</source>
        <translation>Cuándo se registraron el MDE, el índice de vegetación y la cobertura del suelo, como dem=2011; ndvi=2018-05; landcover=2015 (también vale el nombre de un factor). Los factores posteriores a los deslizamientos, o de fecha desconocida, pueden delatarlos: en ese caso se dan también las puntuaciones sin ellos.</translation>
    </message>
    <message>
        <source>When each series ends, if its table has no end_utc.</source>
        <translation>Cuándo termina cada serie, si su tabla no tiene end_utc.</translation>
    </message>
    <message>
        <source>When each series ends: a date, or a moment such as 2020-08-30T06:00. Not needed for SERIES.</source>
        <translation>Cuándo termina cada serie: una fecha, o un momento como 2020-08-30T06:00. No hace falta con SERIES.</translation>
    </message>
    <message>
        <source>When its window ends, as 2018-10-29 20:00. Left empty, the first moment whose window the rain fills.</source>
        <translation>Cuándo termina su ventana, como 2018-10-29 20:00. Si se deja vacío, el primer momento cuya ventana llena la lluvia.</translation>
    </message>
    <message>
        <source>When its window ends, as 2018-10-29 20:00. Left empty, the last moment of the rain or of the forecast.</source>
        <translation>Cuándo termina su ventana, como 2018-10-29 20:00. Si se deja vacío, el último momento de la lluvia o del pronóstico.</translation>
    </message>
    <message>
        <source>When the design storm ends, as 2020-08-30 20:00; of rain that fell, the last step taken.</source>
        <translation>Cuándo termina la tormenta de diseño, como 2020-08-30 20:00; en la lluvia caída, el último paso que se toma.</translation>
    </message>
    <message>
        <source>Where annual maxima were read in fixed intervals, such as days from 7 to 7 o'clock (24): depths are raised to those of any interval, by a factor of 1.13 for a storm of one interval, less for longer ones. Left empty, nothing is raised.</source>
        <translation>Para máximos anuales leídos en intervalos fijos, como días de las 7 a las 7 horas (24): las láminas se aumentan a las de un intervalo cualquiera, multiplicándolas por 1.13 si es un solo intervalo y por menos si son más. Si se deja vacío, no se aumenta nada.</translation>
    </message>
    <message>
        <source>Where the first member of a fold (the first two, if there are more than three) finds nothing to add to its base, the others may be left untrained there; they then count as if they had found nothing either, and the model says how many. All members of the final model are trained in any case. Choices: train: Train them all; skip: Leave them out. If not given: train.</source>
        <translation>Donde el primer miembro de una partición (los dos primeros, si hay más de tres) no encuentra nada que añadir a su base, los demás pueden quedar sin entrenar allí; entonces cuentan como si tampoco hubieran encontrado nada, y el modelo dice cuántos son. Todos los miembros del modelo final se entrenan en cualquier caso. Opciones: train: Entrenarlos todos; skip: Omitirlos. Si no se indica: train.</translation>
    </message>
    <message>
        <source>Where the ground is level (gradient below 0.0001) there is no slope direction, so profile, plan and tangential curvature are not defined. Zero keeps such cells in models and maps; no-data leaves them out. Choices: zero: Zero (cells stay in models and maps); no_data: No-data (cells are left out).</source>
        <translation>Donde el terreno es llano (gradiente menor que 0.0001) no hay dirección de la pendiente, por lo que las curvaturas de perfil, en planta y tangencial no están definidas. La opción Cero mantiene esas celdas en modelos y mapas; Sin datos las deja fuera. Opciones: zero: Cero (las celdas siguen en modelos y mapas); no_data: Sin datos (las celdas quedan fuera).</translation>
    </message>
    <message>
        <source>Where the inventory marks stable places, use them. Otherwise they are drawn at random, in the whole area or in a ring round the landslides, or every cell without a landslide counts as stable (large; needs a complete inventory). A least slope can be asked of each. Choices: auto: As marked in the label field, else random; given: As marked in the label field; random: Random cells away from landslides; all: All other cells; ring: Random cells in a ring round the landslides.</source>
        <translation>Si el inventario marca lugares estables, se usan esos. Si no, se sortean al azar en toda el área o en un anillo alrededor de los deslizamientos, o bien toda celda sin deslizamiento cuenta como estable (muchas celdas; necesita un inventario completo). A todas se les puede exigir una pendiente mínima. Opciones: auto: Según el campo de etiqueta; si no, al azar; given: Según el campo de etiqueta; random: Celdas al azar lejos de los deslizamientos; all: Todas las demás celdas; ring: Celdas al azar en un anillo alrededor de los deslizamientos.</translation>
    </message>
    <message>
        <source>Where the inventory marks stable places, use them. Otherwise they are drawn at random, in the whole area or in a ring round the landslides, or every cell without a landslide counts as stable (large; needs a complete inventory). A least slope can be asked of each. Choices: auto: As marked in the label field, else random; given: As marked in the label field; random: Random cells away from landslides; all: All other cells; ring: Random cells in a ring round the landslides. If not given: auto.</source>
        <translation>Si el inventario marca lugares estables, se usan esos. Si no, se sortean al azar en toda el área o en un anillo alrededor de los deslizamientos, o bien toda celda sin deslizamiento cuenta como estable (muchas celdas; necesita un inventario completo). A todas se les puede exigir una pendiente mínima. Opciones: auto: Según el campo de etiqueta; si no, al azar; given: Según el campo de etiqueta; random: Celdas al azar lejos de los deslizamientos; all: Todas las demás celdas; ring: Celdas al azar en un anillo alrededor de los deslizamientos. Si no se indica: auto.</translation>
    </message>
    <message>
        <source>Where the layer is of polygons: the field that tells the class, by name or whole number. By default the only field of text.</source>
        <translation>Si la capa es de polígonos: el campo que indica la clase, por nombre o número entero. Por defecto, el único campo de texto.</translation>
    </message>
    <message>
        <source>Where the layer is of polygons: the field that tells the class. By default the only field of text.</source>
        <translation>Si la capa es de polígonos: el campo que indica la clase. Por defecto, el único campo de texto.</translation>
    </message>
    <message>
        <source>Where the search ends. The number of trainings grows with the factors times this.</source>
        <translation>Dónde termina la búsqueda. El número de entrenamientos crece como el número de factores por este valor.</translation>
    </message>
    <message>
        <source>Where to make the environment: a new or empty folder. By default landslide/venv in the user profile, on Windows in the local application data. One that is there for other packages stays until the new one, in a folder beside it, passes its check. Another folder is remembered in the QGIS setting landslide/python.</source>
        <translation>Dónde construir el entorno: una carpeta nueva o vacía. Por defecto, landslide/venv en el perfil de usuario y, en Windows, en los datos locales de aplicación. Un entorno que ya esté allí con otros paquetes se conserva hasta que el nuevo, en una carpeta contigua, supera la comprobación. Si se elige otra carpeta, se recuerda en la opción de QGIS landslide/python.</translation>
    </message>
    <message>
        <source>Whether a time marks the beginning, the middle or the end of its step. Told by time bounds where the file has them; else days are taken as stamped where they begin, shorter steps where they end. Choices: auto: Told by the file; start: Start of the step; middle: Middle of the step; end: End of the step.</source>
        <translation>Si un tiempo marca el principio, la mitad o el final de su paso. Se deduce de los límites temporales si el archivo los tiene; si no, se entiende que los días llevan la hora en que empiezan y los pasos más cortos la hora en que terminan. Opciones: auto: Según el archivo; start: Inicio del paso; middle: Mitad del paso; end: Fin del paso.</translation>
    </message>
    <message>
        <source>Whether moist soil above the water holds the slope by its suction stress, with the retention of Gardner or of van Genuchten. Parameters come from the soil table (gardner_alpha_1_m or van_genuchten_alpha_1_m and van_genuchten_n, theta_s, theta_r), else from the numbers here. The unsaturated infiltration always has it. Choices: none: None: on the safe side; gardner: Gardner (exponential); van_genuchten: Van Genuchten.</source>
        <translation>Si el suelo húmedo por encima del agua sostiene la ladera con su esfuerzo de succión, con la retención de Gardner o de van Genuchten. Los parámetros proceden de la tabla de suelos (gardner_alpha_1_m o van_genuchten_alpha_1_m y van_genuchten_n, theta_s, theta_r) o, si no, de los números de aquí. La infiltración no saturada siempre lo tiene. Opciones: none: Ninguna: del lado seguro; gardner: Gardner (exponencial); van_genuchten: Van Genuchten.</translation>
    </message>
    <message>
        <source>Whether water may leave into no-data that is enclosed by the DEM, such as a masked lake, or is held back by it as by a wall. Choices: drain: Holes drain; wall: Holes are walls.</source>
        <translation>Indica si el agua puede salir hacia zonas sin datos encerradas por el MDE, como un lago enmascarado, o si estas la retienen como un muro. Opciones: drain: Los huecos drenan; wall: Los huecos son muros.</translation>
    </message>
    <message>
        <source>Which area to write. Choices: rbsf: RBSF, southern Ecuador (real, CC0); andes: Synthetic Venezuelan Andes (made up); storms: Ten storms with hourly rain (made up).</source>
        <translation>Qué área se escribe. Opciones: rbsf: RBSF, sur de Ecuador (real, CC0); andes: Andes venezolanos sintéticos (inventados); storms: Diez tormentas con lluvia horaria (inventadas).</translation>
    </message>
    <message>
        <source>Which columns of the soil table give cohesion and friction: the best estimate, or the columns ending in _low, _high or _residual. Residual strength is for landslides that move again. Choices: best: Best estimate; low: Low strength; high: High strength; residual: Residual (reactivated landslides).</source>
        <translation>Qué columnas de la tabla de suelos dan la cohesión y la fricción: la mejor estimación, o las columnas terminadas en _low, _high o _residual. La resistencia residual es para deslizamientos que vuelven a moverse. Opciones: best: Mejor estimación; low: Resistencia baja; high: Resistencia alta; residual: Residual (deslizamientos reactivados).</translation>
    </message>
    <message>
        <source>Which event of rain in the window counts for a sample: the heaviest where landslides are dated to the day, the last where they are dated to the hour.</source>
        <translation>Qué evento de lluvia de la ventana cuenta para una muestra: el más fuerte si los deslizamientos están fechados con precisión de un día, el último si lo están con precisión de una hora.</translation>
    </message>
    <message>
        <source>Which one is rain, such as tp or precip; not needed where a file has one.</source>
        <translation>Cuál de las variables es la lluvia, como tp o precip; no hace falta si el archivo tiene una sola.</translation>
    </message>
    <message>
        <source>Which storm each sample belongs to; left empty, days within two of each other are one storm.</source>
        <translation>A qué tormenta pertenece cada muestra; si se deja vacío, los días separados por no más de dos forman una misma tormenta.</translation>
    </message>
    <message>
        <source>Which uncertain value most of the variance of ln FS comes from: 1 cohesion, 2 friction, 3 unit weight, 4 water table, 5 soil depth, 6 slope. The statistics hold the shares of the cells.</source>
        <translation>De qué valor incierto procede la mayor parte de la varianza de ln FS: 1 cohesión, 2 fricción, 3 peso unitario, 4 nivel freático, 5 espesor del suelo, 6 pendiente. Las estadísticas contienen las proporciones de celdas.</translation>
    </message>
    <message>
        <source>Which variable of NetCDF files is the rain; needed only if there are several.</source>
        <translation>Qué variable de los archivos NetCDF es la lluvia; solo hace falta si hay varias.</translation>
    </message>
    <message>
        <source>Which way the sheet lies; the shape of the area decides unless told otherwise. Choices: auto: As the area is shaped; landscape; portrait.</source>
        <translation>Orientación de la hoja; si no se indica otra cosa, la decide la forma del área. Opciones: auto: Según la forma del área; landscape; portrait.</translation>
    </message>
    <message>
        <source>Who made the map; in the desktop, the last one given is proposed.</source>
        <translation>Quién hizo el mapa; en QGIS de escritorio se propone el último indicado.</translation>
    </message>
    <message>
        <source>Whole-number codes that the root table knows. In a raster of several bands, the band named land_cover is used.</source>
        <translation>Códigos enteros que figuran en la tabla de raíces. En un ráster de varias bandas se usa la banda llamada land_cover.</translation>
    </message>
    <message>
        <source>Whole-number codes that the soil table knows.</source>
        <translation>Códigos enteros que figuran en la tabla de suelos.</translation>
    </message>
    <message>
        <source>Whole-number codes that the soil table knows. In a raster of several bands, the band named lithology is used.</source>
        <translation>Códigos enteros que figuran en la tabla de suelos. En un ráster de varias bandas se usa la banda llamada lithology.</translation>
    </message>
    <message>
        <source>Whole-number codes that the soil table knows. In a raster of several bands, the band named lithology is used. Without it the table has one soil.</source>
        <translation>Códigos enteros que figuran en la tabla de suelos. En un ráster de varias bandas se usa la banda llamada lithology. Sin este ráster, la tabla tiene un solo suelo.</translation>
    </message>
    <message>
        <source>Whole-number codes that the soil table knows. Of several bands, the one named lithology is used.</source>
        <translation>Códigos enteros que figuran en la tabla de suelos. Si hay varias bandas, se usa la llamada lithology.</translation>
    </message>
    <message>
        <source>Whom it was made for; in the desktop, the last one given is proposed.</source>
        <translation>Para quién se hizo; en QGIS de escritorio se propone el último indicado.</translation>
    </message>
    <message>
        <source>Width of the encoded factors and of the last hidden layer; if not given, by the number of samples.</source>
        <translation>Anchura de los factores codificados y de la última capa oculta; si no se indica, según el número de muestras.</translation>
    </message>
    <message>
        <source>Width of the encoded soil layers and triggers. Larger widths need many samples; if not given, by their number.</source>
        <translation>Anchura de la representación codificada de las capas de suelo y los desencadenantes. Las anchuras mayores necesitan muchas muestras; si no se indica, según el número de estas.</translation>
    </message>
    <message>
        <source>Without this, rasters whose cells differ from the training's by more than a quarter are refused.</source>
        <translation>Sin esta opción se rechazan los rásteres cuyas celdas difieren de las del entrenamiento en más de una cuarta parte.</translation>
    </message>
    <message>
        <source>Writes a sample study area into a folder and loads it.

RBSF is real: a DEM of 10 m, 350 points (175 landslides, 175 stable places) and a mask in southern Ecuador (Muenchow, Brenning and Richter 2012, CC0). The synthetic area is made up: 1,500 cells with DEM, factors, soil profile, trigger scenarios, inventory, faults and target probabilities, the same to the last digit for the same seed. Its storms are extreme on purpose; do not use them elsewhere. Its landslides follow faults and argue against slope physics: physics can show no gain there. The area of ten storms is made up too: 40,000 cells with DEM, factors, hourly rain, events and dated samples, for event models; its landslides follow a known law of slope, land cover and rain.

A folder that holds other things and no sample area is left alone; of a sample area there only its own files are replaced.</source>
        <translation>Escribe un área de estudio de ejemplo en una carpeta y la carga.

RBSF es real: un MDE de 10 m, 350 puntos (175 deslizamientos, 175 lugares estables) y una máscara en el sur de Ecuador (Muenchow, Brenning y Richter 2012, CC0). El área sintética es inventada: 1 500 celdas con MDE, factores, perfil de suelo, escenarios desencadenantes, inventario, fallas y probabilidades objetivo, idénticas hasta la última cifra con la misma semilla. Sus tormentas son extremas a propósito; no deben usarse en otro lugar. Sus deslizamientos siguen las fallas y contradicen la física de la ladera: la física no puede mostrar allí ninguna ganancia. El área de diez tormentas también es inventada: 40 000 celdas con MDE, factores, lluvia horaria, eventos y muestras fechadas, para modelos de eventos; sus deslizamientos siguen una ley conocida de pendiente, cobertura del suelo y lluvia.

Una carpeta que contiene otras cosas y ningún área de ejemplo no se toca; en una que ya contiene un área de ejemplo solo se reemplazan los archivos de esta.</translation>
    </message>
    <message>
        <source>Writes one HTML page, to read, print or keep with the map; it needs no network.

It shows how well the model and its rivals predict areas they were not trained on, with intervals and a verdict; the zoning statement; the map of five classes and what each holds; uncertainty; curves, confusion, reliability, folds and variogram; the study area, factors, soil and factor of safety at landslides and at stable places; what the model leans on; what was not given and what follows from that; limits; versions and hashes. A section that cannot be drawn says what is missing and how to get it.

All rasters must lie on the grid of the class raster. Large rasters are thinned for the pictures and counted in full. Figures are drawn in the modelling environment.</source>
        <translation>Escribe una sola página HTML para leer, imprimir o conservar junto al mapa; no necesita red.

Muestra con qué acierto predicen el modelo y sus rivales áreas con las que no se entrenaron, con intervalos y un veredicto; la declaración de zonificación; el mapa de cinco clases y lo que contiene cada una; la incertidumbre; curvas, confusión, fiabilidad, particiones y variograma; el área de estudio, los factores, el suelo y el factor de seguridad en los deslizamientos y en los lugares estables; en qué se apoya el modelo; lo que no se indicó y lo que se sigue de ello; límites; versiones y sumas de control. Una sección que no puede dibujarse dice qué falta y cómo obtenerlo.

Todos los rásteres deben estar en la malla del ráster de clases. Los rásteres grandes se muestran simplificados en las imágenes, pero se cuentan completos. Las figuras se dibujan en el entorno de modelado.</translation>
    </message>
    <message>
        <source>Writes rain that did not fall, as a stack that 'Map an event' takes.

Rain that fell can be scaled and shifted in time. Or a design storm of return period T falls over the whole area: its depth as typed or by an intensity-duration-frequency formula, its hours by a shape, on a given day, with antecedent rain spread evenly before it or as it fell.

T belongs to the storm alone: not to the rain before it, the season or the landslides. What is assumed is kept in the file and told with every map that is made of it.</source>
        <translation>Escribe una lluvia que no cayó, como una pila que toma 'Cartografiar un evento'.

La lluvia caída se puede escalar y desplazar en el tiempo. O bien una tormenta de diseño de período de retorno T cae sobre toda el área: su lámina, escrita a mano o según una fórmula de intensidad-duración-frecuencia; sus horas, según una forma, en un día dado, con lluvia antecedente repartida por igual antes de ella o tal como cayó.

T corresponde únicamente a la tormenta: no a la lluvia anterior, ni a la época del año, ni a los deslizamientos. Lo que se supone queda guardado en el archivo y se indica con cada mapa que se hace a partir de él.</translation>
    </message>
    <message>
        <source>Writes the rain before each sample as a series of equal steps, the oldest first: from a raster stack over time, from gauges, or from columns of hours that the samples or a table beside them have already.

Each series ends at the sample's own time; a date without an hour ends at its midnight. Where rain is not known a step stays empty: gaps are counted and never taken as dry. Units, totals that run on, time zones and the order of rows and columns are read from the file; what it does not say is asked for by name, not guessed.

Give one source of rain: STACK or STACK_FOLDER, GAUGES, or SERIES; with none of them the samples' own columns (h120 ... h001) are taken.</source>
        <translation>Escribe la lluvia anterior a cada muestra como una serie de pasos iguales, del más antiguo al más reciente: a partir de una pila de rásteres en el tiempo, de pluviómetros, o de columnas horarias que ya tengan las muestras o una tabla que las acompañe.

Cada serie termina en el momento propio de la muestra; una fecha sin hora termina en su medianoche. Donde no se conoce la lluvia, el paso queda vacío: los huecos se cuentan y nunca se toman como secos. Las unidades, los totales acumulados, las zonas horarias y el orden de filas y columnas se leen del archivo; lo que este no dice se pide por su nombre, no se supone.

Debe indicarse una sola fuente de lluvia: STACK o STACK_FOLDER, GAUGES, o SERIES; si no se indica ninguna, se toman las columnas de las propias muestras (h120 ... h001).</translation>
    </message>
    <message>
        <source>Yes: each training part tries 0, 0.1, 0.4, 1.6, 6.4, 25.6 and 100 on compact blocks of its own and takes, in place of the weight given, that of least log loss there; 0 if it saves less than one standard error. If not given: no.</source>
        <translation>Sí: cada parte de entrenamiento prueba 0, 0.1, 0.4, 1.6, 6.4, 25.6 y 100 en bloques compactos propios y toma, en lugar del peso indicado, el de menor pérdida logarítmica en ellos; 0 si ahorra menos de un error típico. Si no se indica: no.</translation>
    </message>
    <message>
        <source>Your own print template (.qpt) in place of the shipped one; it must hold a map with the id map.</source>
        <translation>Una plantilla de composición propia (.qpt) en lugar de la que acompaña al complemento; debe contener un mapa con el id map.</translation>
    </message>
    <message>
        <source>i = K T^m / (t + b)^n with i in mm/h, T in years and t in minutes; from the weather service of the area.</source>
        <translation>i = K T^m / (t + b)^n con i en mm/h, T en años y t en minutos; del servicio meteorológico de la zona.</translation>
    </message>
    <message>
        <source>mm, m, cm, in, kg m-2, mm/h, mm/day or kg m-2 s-1. Left empty, as the file says; gauges are in mm.</source>
        <translation>mm, m, cm, in, kg m-2, mm/h, mm/day o kg m-2 s-1. Si se deja vacío, lo que diga el archivo; los pluviómetros están en mm.</translation>
    </message>
</context>
</TS>
