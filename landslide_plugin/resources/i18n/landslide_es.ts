<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es" sourcelanguage="en">
<context>
    <name>Landslide</name>
    <message>
        <source>0 Start here</source>
        <translation>0 Empiece aquí</translation>
    </message>
    <message>
        <source>1 Sample data</source>
        <translation>1 Datos de ejemplo</translation>
    </message>
    <message>
        <source>1 hour</source>
        <translation>1 hora</translation>
    </message>
    <message>
        <source>2 Prepare</source>
        <translation>2 Preparar</translation>
    </message>
    <message>
        <source>24 hours</source>
        <translation>24 horas</translation>
    </message>
    <message>
        <source>3 Slope stability</source>
        <translation>3 Estabilidad de laderas</translation>
    </message>
    <message>
        <source>3 hours</source>
        <translation>3 horas</translation>
    </message>
    <message>
        <source>4 Model</source>
        <translation>4 Modelo</translation>
    </message>
    <message>
        <source>5 Map</source>
        <translation>5 Mapa</translation>
    </message>
    <message>
        <source>6 Report</source>
        <translation>6 Informe</translation>
    </message>
    <message>
        <source>6 hours</source>
        <translation>6 horas</translation>
    </message>
    <message>
        <source>7 Ready-made chains</source>
        <translation>7 Cadenas preparadas</translation>
    </message>
    <message>
        <source>A page to print, with legend, scale and limits.</source>
        <translation>Una hoja para imprimir, con leyenda, escala y límites.</translation>
    </message>
    <message>
        <source>A3</source>
        <translation>A3</translation>
    </message>
    <message>
        <source>A4</source>
        <translation>A4</translation>
    </message>
    <message>
        <source>AUROC of logistic regression, spatial cross-validation</source>
        <translation>AUROC de la regresión logística, validación cruzada espacial</translation>
    </message>
    <message>
        <source>AUROC of the best threshold, storms left out</source>
        <translation>AUROC del mejor umbral, tormentas excluidas</translation>
    </message>
    <message>
        <source>AUROC of the inventory as given, spatial cross-validation</source>
        <translation>AUROC del inventario dado, validación cruzada espacial</translation>
    </message>
    <message>
        <source>AUROC of the model, spatial cross-validation</source>
        <translation>AUROC del modelo, validación cruzada espacial</translation>
    </message>
    <message>
        <source>AUROC of the model, spatial folds</source>
        <translation>AUROC del modelo, particiones espaciales</translation>
    </message>
    <message>
        <source>AUROC of the selection, spatial cross-validation</source>
        <translation>AUROC de la selección, validación cruzada espacial</translation>
    </message>
    <message>
        <source>AUROC of the stored model on its own training data</source>
        <translation>AUROC del modelo guardado en sus propios datos de entrenamiento</translation>
    </message>
    <message>
        <source>AUROC of the stored model, plain mean over spatial folds</source>
        <translation>AUROC del modelo guardado, media simple de las particiones espaciales</translation>
    </message>
    <message>
        <source>AUROC of the stored model, spatial cross-validation</source>
        <translation>AUROC del modelo guardado, validación cruzada espacial</translation>
    </message>
    <message>
        <source>AUROC on ground held out, calibrated</source>
        <translation>AUROC en terreno reservado, calibrada</translation>
    </message>
    <message>
        <source>AUROC on storms left out whole</source>
        <translation>AUROC en tormentas excluidas enteras</translation>
    </message>
    <message>
        <source>AUROC with all factors</source>
        <translation>AUROC con todos los factores</translation>
    </message>
    <message>
        <source>AUROC, if an inventory is given</source>
        <translation>AUROC, si se da un inventario</translation>
    </message>
    <message>
        <source>AUROC, lower end of the interval</source>
        <translation>AUROC, extremo inferior del intervalo</translation>
    </message>
    <message>
        <source>AUROC, upper end of the interval</source>
        <translation>AUROC, extremo superior del intervalo</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>Acción</translation>
    </message>
    <message>
        <source>Add one to the project, or take a sample area.</source>
        <translation>Añada uno al proyecto o tome un área de ejemplo.</translation>
    </message>
    <message>
        <source>Additive model (GAM)</source>
        <translation>Modelo aditivo (GAM)</translation>
    </message>
    <message>
        <source>Agreement</source>
        <translation>Concordancia</translation>
    </message>
    <message>
        <source>Agreement of depths</source>
        <translation>Concordancia de profundidades</translation>
    </message>
    <message>
        <source>Align rasters to that grid</source>
        <translation>Alinear los rásteres a esa malla</translation>
    </message>
    <message>
        <source>Align rasters to the DEM</source>
        <translation>Alinear los rásteres al MDE</translation>
    </message>
    <message>
        <source>Align rasters to the slope raster</source>
        <translation>Alinear los rásteres al de pendiente</translation>
    </message>
    <message>
        <source>All cells</source>
        <translation>Todas las celdas</translation>
    </message>
    <message>
        <source>All counts (JSON)</source>
        <translation>Todos los recuentos (JSON)</translation>
    </message>
    <message>
        <source>All features are landslides</source>
        <translation>Todos los objetos son deslizamientos</translation>
    </message>
    <message>
        <source>All in one run: checks, factors, model, maps, report.</source>
        <translation>Todo en una ejecución: comprobación, factores, modelo, mapas, informe.</translation>
    </message>
    <message>
        <source>All other cells</source>
        <translation>Todas las demás celdas</translation>
    </message>
    <message>
        <source>All three stacks (three times the members)</source>
        <translation>Las tres pilas (el triple de miembros)</translation>
    </message>
    <message>
        <source>All touched</source>
        <translation>Todas las que toca</translation>
    </message>
    <message>
        <source>Allow another cell size than the training's</source>
        <translation>Permitir un tamaño de celda distinto del de entrenamiento</translation>
    </message>
    <message>
        <source>Allow comparisons that contradict each other</source>
        <translation>Permitir comparaciones contradictorias</translation>
    </message>
    <message>
        <source>Also write</source>
        <translation>Escribir también</translation>
    </message>
    <message>
        <source>Alternating blocks</source>
        <translation>Bloques alternos</translation>
    </message>
    <message>
        <source>Annual maxima</source>
        <translation>Máximos anuales</translation>
    </message>
    <message>
        <source>Annual maxima (mm)</source>
        <translation>Máximos anuales (mm)</translation>
    </message>
    <message>
        <source>Annual maxima of a gauge</source>
        <translation>Máximos anuales de un pluviómetro</translation>
    </message>
    <message>
        <source>Annual maxima of rain (CSV, mm)</source>
        <translation>Máximos anuales de lluvia (CSV, mm)</translation>
    </message>
    <message>
        <source>Annual probability is conditional on wetness and shaking</source>
        <translation>La probabilidad anual está condicionada a la humedad y al sismo</translation>
    </message>
    <message>
        <source>Antecedent recharge (mm/day)</source>
        <translation>Recarga antecedente (mm/día)</translation>
    </message>
    <message>
        <source>Antecedent wetness</source>
        <translation>Humedad antecedente</translation>
    </message>
    <message>
        <source>Antecedent wetness of the scenario</source>
        <translation>Humedad antecedente del escenario</translation>
    </message>
    <message>
        <source>Architecture</source>
        <translation>Arquitectura</translation>
    </message>
    <message>
        <source>Area</source>
        <translation>Área</translation>
    </message>
    <message>
        <source>Area of applicability</source>
        <translation>Área de aplicabilidad</translation>
    </message>
    <message>
        <source>Area of the classes</source>
        <translation>Área de las clases</translation>
    </message>
    <message>
        <source>Area of the storm</source>
        <translation>Área de la tormenta</translation>
    </message>
    <message>
        <source>Area of the storm (km2)</source>
        <translation>Área de la tormenta (km2)</translation>
    </message>
    <message>
        <source>Area of the unit as a factor</source>
        <translation>Área de la unidad como factor</translation>
    </message>
    <message>
        <source>Area share per class (JSON)</source>
        <translation>Proporción del área por clase (JSON)</translation>
    </message>
    <message>
        <source>Area under the ROC curve (AUROC)</source>
        <translation>Área bajo la curva ROC (AUROC)</translation>
    </message>
    <message>
        <source>Area under the success or prediction rate</source>
        <translation>Área bajo la tasa de éxito o de predicción</translation>
    </message>
    <message>
        <source>Area, and landslides held out in training, per class (JSON)</source>
        <translation>Área, y deslizamientos reservados en el entrenamiento, por clase (JSON)</translation>
    </message>
    <message>
        <source>As any other ground</source>
        <translation>Como cualquier otro terreno</translation>
    </message>
    <message>
        <source>As marked in the label field</source>
        <translation>Según el campo de etiqueta</translation>
    </message>
    <message>
        <source>As marked in the label field, else random</source>
        <translation>Según el campo de etiqueta; si no, al azar</translation>
    </message>
    <message>
        <source>As the DEM</source>
        <translation>Como el MDE</translation>
    </message>
    <message>
        <source>As the area is shaped</source>
        <translation>Según la forma del área</translation>
    </message>
    <message>
        <source>As the nearest known class, shown as outside</source>
        <translation>Como la clase conocida más próxima, mostradas como fuera</translation>
    </message>
    <message>
        <source>As the raster says</source>
        <translation>Como dice el ráster</translation>
    </message>
    <message>
        <source>Aspect</source>
        <translation>Orientación</translation>
    </message>
    <message>
        <source>Aspect, east (1) to west (-1)</source>
        <translation>Orientación, este (1) a oeste (-1)</translation>
    </message>
    <message>
        <source>Aspect, north (1) to south (-1)</source>
        <translation>Orientación, norte (1) a sur (-1)</translation>
    </message>
    <message>
        <source>Assessed cells</source>
        <translation>Celdas evaluadas</translation>
    </message>
    <message>
        <source>Assessment mask</source>
        <translation>Máscara de evaluación</translation>
    </message>
    <message>
        <source>Attention heads</source>
        <translation>Cabezas de atención</translation>
    </message>
    <message>
        <source>Attention stack</source>
        <translation>Pila de atención</translation>
    </message>
    <message>
        <source>Author</source>
        <translation>Autor</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>Automático</translation>
    </message>
    <message>
        <source>Average (area-weighted)</source>
        <translation>Media (ponderada por área)</translation>
    </message>
    <message>
        <source>Average precision</source>
        <translation>Precisión media</translation>
    </message>
    <message>
        <source>Balanced</source>
        <translation>Equilibrado</translation>
    </message>
    <message>
        <source>Band of the classes</source>
        <translation>Banda de las clases</translation>
    </message>
    <message>
        <source>Band of the critical depth</source>
        <translation>Banda de la profundidad crítica</translation>
    </message>
    <message>
        <source>Band of the first map</source>
        <translation>Banda del primer mapa</translation>
    </message>
    <message>
        <source>Band of the map</source>
        <translation>Banda del mapa</translation>
    </message>
    <message>
        <source>Band of the population</source>
        <translation>Banda de la población</translation>
    </message>
    <message>
        <source>Band of the probability</source>
        <translation>Banda de la probabilidad</translation>
    </message>
    <message>
        <source>Band of the second map</source>
        <translation>Banda del segundo mapa</translation>
    </message>
    <message>
        <source>Band of the susceptibility</source>
        <translation>Banda de la susceptibilidad</translation>
    </message>
    <message>
        <source>Band of the uncertainty</source>
        <translation>Banda de la incertidumbre</translation>
    </message>
    <message>
        <source>Base of the soil</source>
        <translation>Base del suelo</translation>
    </message>
    <message>
        <source>Batch size (samples)</source>
        <translation>Tamaño del lote (muestras)</translation>
    </message>
    <message>
        <source>Best estimate</source>
        <translation>Mejor estimación</translation>
    </message>
    <message>
        <source>Bilinear</source>
        <translation>Bilineal</translation>
    </message>
    <message>
        <source>Bivariate classes</source>
        <translation>Clases bivariantes</translation>
    </message>
    <message>
        <source>Bivariate classes (weights of evidence)</source>
        <translation>Clases bivariantes (pesos de evidencia)</translation>
    </message>
    <message>
        <source>Block size (m)</source>
        <translation>Tamaño de bloque (m)</translation>
    </message>
    <message>
        <source>Bootstrap resamples</source>
        <translation>Remuestreos bootstrap</translation>
    </message>
    <message>
        <source>Both</source>
        <translation>Ambos</translation>
    </message>
    <message>
        <source>Buffer round each fold (m)</source>
        <translation>Franja alrededor de cada partición (m)</translation>
    </message>
    <message>
        <source>Build rain series</source>
        <translation>Construir series de lluvia</translation>
    </message>
    <message>
        <source>Build soil depth profile</source>
        <translation>Construir el perfil de suelo en profundidad</translation>
    </message>
    <message>
        <source>Build trigger scenarios</source>
        <translation>Construir escenarios desencadenantes</translation>
    </message>
    <message>
        <source>Buildings</source>
        <translation>Edificios</translation>
    </message>
    <message>
        <source>Buildings by landslide class</source>
        <translation>Edificios por clase de deslizamiento</translation>
    </message>
    <message>
        <source>Buildings that touch the most dangerous class</source>
        <translation>Edificios que tocan la clase más peligrosa</translation>
    </message>
    <message>
        <source>Bundles of the models compared</source>
        <translation>Paquetes de los modelos comparados</translation>
    </message>
    <message>
        <source>CRS of the gauges</source>
        <translation>SRC de los pluviómetros</translation>
    </message>
    <message>
        <source>Calibrate slope stability</source>
        <translation>Calibrar la estabilidad de laderas</translation>
    </message>
    <message>
        <source>Calibrated soil table</source>
        <translation>Tabla de suelos calibrada</translation>
    </message>
    <message>
        <source>Calibration</source>
        <translation>Calibración</translation>
    </message>
    <message>
        <source>Calibration (HTML)</source>
        <translation>Calibración (HTML)</translation>
    </message>
    <message>
        <source>Calibration (JSON)</source>
        <translation>Calibración (JSON)</translation>
    </message>
    <message>
        <source>Caption</source>
        <translation>Pie de figura</translation>
    </message>
    <message>
        <source>Caption (text)</source>
        <translation>Pie de figura (texto)</translation>
    </message>
    <message>
        <source>Catchment cut by the edge</source>
        <translation>Cuenca cortada por el borde</translation>
    </message>
    <message>
        <source>Categorical factors</source>
        <translation>Factores categóricos</translation>
    </message>
    <message>
        <source>Categorical fields</source>
        <translation>Campos categóricos</translation>
    </message>
    <message>
        <source>Cells in both maps</source>
        <translation>Celdas en ambos mapas</translation>
    </message>
    <message>
        <source>Cells left empty</source>
        <translation>Celdas vacías</translation>
    </message>
    <message>
        <source>Cells of a landslide polygon</source>
        <translation>Celdas de un polígono de deslizamiento</translation>
    </message>
    <message>
        <source>Cells with a value in every factor</source>
        <translation>Celdas con valor en todos los factores</translation>
    </message>
    <message>
        <source>Cells with soil data</source>
        <translation>Celdas con datos de suelo</translation>
    </message>
    <message>
        <source>Cells without</source>
        <translation>Celdas sin valor</translation>
    </message>
    <message>
        <source>Centimetres</source>
        <translation>Centímetros</translation>
    </message>
    <message>
        <source>Centre inside</source>
        <translation>Centro en el interior</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>Comprobar</translation>
    </message>
    <message>
        <source>Check inputs</source>
        <translation>Comprobar los datos de entrada</translation>
    </message>
    <message>
        <source>Chicago storm</source>
        <translation>Tormenta de Chicago</translation>
    </message>
    <message>
        <source>Choose field-check points</source>
        <translation>Elegir puntos de comprobación en campo</translation>
    </message>
    <message>
        <source>Circular variance of the aspect up to which a unit is homogeneous</source>
        <translation>Varianza circular de la orientación hasta la que una unidad es homogénea</translation>
    </message>
    <message>
        <source>Class changes</source>
        <translation>Cambios entre clases</translation>
    </message>
    <message>
        <source>Class field of the zones</source>
        <translation>Campo de clase de las zonas</translation>
    </message>
    <message>
        <source>Class flips</source>
        <translation>Cambios de clase</translation>
    </message>
    <message>
        <source>Class from which cells release</source>
        <translation>Clase desde la que se desprenden celdas</translation>
    </message>
    <message>
        <source>Class raster</source>
        <translation>Ráster de clases</translation>
    </message>
    <message>
        <source>Class table</source>
        <translation>Tabla de clases</translation>
    </message>
    <message>
        <source>Class weight</source>
        <translation>Peso de las clases</translation>
    </message>
    <message>
        <source>Classes</source>
        <translation>Clases</translation>
    </message>
    <message>
        <source>Classes of continuous factors</source>
        <translation>Clases de los factores continuos</translation>
    </message>
    <message>
        <source>Classes that the training never saw</source>
        <translation>Clases que el entrenamiento nunca vio</translation>
    </message>
    <message>
        <source>Classes, probability and uncertainty of a model.</source>
        <translation>Clases, probabilidad e incertidumbre de un modelo.</translation>
    </message>
    <message>
        <source>Classify any map</source>
        <translation>Clasificar cualquier mapa</translation>
    </message>
    <message>
        <source>Client</source>
        <translation>Cliente</translation>
    </message>
    <message>
        <source>Cliff above (degrees)</source>
        <translation>Acantilado por encima de (grados)</translation>
    </message>
    <message>
        <source>Clock of the rain ahead of UTC (h)</source>
        <translation>Reloj de la lluvia adelantado a UTC (h)</translation>
    </message>
    <message>
        <source>Clock of the samples ahead of UTC (h)</source>
        <translation>Reloj de las muestras adelantado a UTC (h)</translation>
    </message>
    <message>
        <source>Cloud-Optimised GeoTIFF with overviews</source>
        <translation>GeoTIFF optimizado para la nube, con vistas generales</translation>
    </message>
    <message>
        <source>Colour-blind safe, blue to red</source>
        <translation>Apta para daltónicos, de azul a rojo</translation>
    </message>
    <message>
        <source>Colours of the classes</source>
        <translation>Colores de las clases</translation>
    </message>
    <message>
        <source>Column of the annual maxima</source>
        <translation>Columna de los máximos anuales</translation>
    </message>
    <message>
        <source>Compare failure depths</source>
        <translation>Comparar profundidades de rotura</translation>
    </message>
    <message>
        <source>Compare models</source>
        <translation>Comparar modelos</translation>
    </message>
    <message>
        <source>Compare two maps</source>
        <translation>Comparar dos mapas</translation>
    </message>
    <message>
        <source>Comparison (CSV)</source>
        <translation>Comparación (CSV)</translation>
    </message>
    <message>
        <source>Comparison (HTML)</source>
        <translation>Comparación (HTML)</translation>
    </message>
    <message>
        <source>Comparison (JSON)</source>
        <translation>Comparación (JSON)</translation>
    </message>
    <message>
        <source>Compute factor of safety</source>
        <translation>Calcular el factor de seguridad</translation>
    </message>
    <message>
        <source>Conditioning factors</source>
        <translation>Factores condicionantes</translation>
    </message>
    <message>
        <source>Confidence of the band</source>
        <translation>Confianza de la banda</translation>
    </message>
    <message>
        <source>Conformal set</source>
        <translation>Conjunto conforme</translation>
    </message>
    <message>
        <source>Consistency ratio</source>
        <translation>Razón de consistencia</translation>
    </message>
    <message>
        <source>Correlation</source>
        <translation>Correlación</translation>
    </message>
    <message>
        <source>Correlation of cohesion and friction</source>
        <translation>Correlación entre cohesión y fricción</translation>
    </message>
    <message>
        <source>Cost of a missed landslide cell</source>
        <translation>Coste de una celda de deslizamiento omitida</translation>
    </message>
    <message>
        <source>Course and area of the storms</source>
        <translation>Curso y área de las tormentas</translation>
    </message>
    <message>
        <source>Course of the storms</source>
        <translation>Curso de las tormentas</translation>
    </message>
    <message>
        <source>Coverage of the conformal sets</source>
        <translation>Cobertura de los conjuntos conformes</translation>
    </message>
    <message>
        <source>Create</source>
        <translation>Crear</translation>
    </message>
    <message>
        <source>Create sample study area</source>
        <translation>Crear un área de estudio de ejemplo</translation>
    </message>
    <message>
        <source>Credit line</source>
        <translation>Línea de créditos</translation>
    </message>
    <message>
        <source>Critical depth</source>
        <translation>Profundidad crítica</translation>
    </message>
    <message>
        <source>Critical depth by physics</source>
        <translation>Profundidad crítica según la física</translation>
    </message>
    <message>
        <source>Critical layer</source>
        <translation>Capa crítica</translation>
    </message>
    <message>
        <source>Cross and hierarchical</source>
        <translation>Cruzada y jerárquica</translation>
    </message>
    <message>
        <source>Cross only</source>
        <translation>Solo cruzada</translation>
    </message>
    <message>
        <source>Curvature of a nose (1/m)</source>
        <translation>Curvatura de una loma (1/m)</translation>
    </message>
    <message>
        <source>Curvature of level cells</source>
        <translation>Curvatura de las celdas llanas</translation>
    </message>
    <message>
        <source>Curves over return period</source>
        <translation>Curvas según el período de retorno</translation>
    </message>
    <message>
        <source>D-infinity (Tarboton)</source>
        <translation>D-infinito (Tarboton)</translation>
    </message>
    <message>
        <source>D8</source>
        <translation>D8</translation>
    </message>
    <message>
        <source>DEM</source>
        <translation>MDE</translation>
    </message>
    <message>
        <source>DEM and inventory to bivariate map</source>
        <translation>Del MDE y el inventario al mapa bivariante</translation>
    </message>
    <message>
        <source>DEM and inventory to slope unit map</source>
        <translation>Del MDE y el inventario al mapa de unidades de ladera</translation>
    </message>
    <message>
        <source>DEM and inventory to susceptibility map</source>
        <translation>Del MDE y el inventario al mapa de susceptibilidad</translation>
    </message>
    <message>
        <source>DEM of the new area</source>
        <translation>MDE del área nueva</translation>
    </message>
    <message>
        <source>Dangerous end of the map</source>
        <translation>Extremo peligroso del mapa</translation>
    </message>
    <message>
        <source>Dangerous end of the second map</source>
        <translation>Extremo peligroso del segundo mapa</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Fecha</translation>
    </message>
    <message>
        <source>Date for folds</source>
        <translation>Fecha para las particiones</translation>
    </message>
    <message>
        <source>Dates of the factors</source>
        <translation>Fechas de los factores</translation>
    </message>
    <message>
        <source>Dates of the landslides</source>
        <translation>Fechas de los deslizamientos</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Día</translation>
    </message>
    <message>
        <source>Day of the year of the end</source>
        <translation>Día del año del final</translation>
    </message>
    <message>
        <source>Deepest depression to fill (m)</source>
        <translation>Depresión más profunda que se rellena (m)</translation>
    </message>
    <message>
        <source>Default: {usual}</source>
        <translation>Por defecto: {usual}</translation>
    </message>
    <message>
        <source>Degrees</source>
        <translation>Grados</translation>
    </message>
    <message>
        <source>Density table</source>
        <translation>Tabla de densidades</translation>
    </message>
    <message>
        <source>Density table (CSV)</source>
        <translation>Tabla de densidades (CSV)</translation>
    </message>
    <message>
        <source>Depth of the failure</source>
        <translation>Profundidad de la rotura</translation>
    </message>
    <message>
        <source>Depth of the storm (mm)</source>
        <translation>Altura de lluvia de la tormenta (mm)</translation>
    </message>
    <message>
        <source>Depth the model looks at</source>
        <translation>Profundidad que mira el modelo</translation>
    </message>
    <message>
        <source>Depths at landslides</source>
        <translation>Profundidades en los deslizamientos</translation>
    </message>
    <message>
        <source>Derive terrain factors</source>
        <translation>Derivar factores del terreno</translation>
    </message>
    <message>
        <source>Design storm</source>
        <translation>Tormenta de diseño</translation>
    </message>
    <message>
        <source>Difference of two maps</source>
        <translation>Diferencia de dos mapas</translation>
    </message>
    <message>
        <source>Differences in words</source>
        <translation>Diferencias en palabras</translation>
    </message>
    <message>
        <source>Distance between samples (m)</source>
        <translation>Distancia entre muestras (m)</translation>
    </message>
    <message>
        <source>Distance from which landslides are independent (m)</source>
        <translation>Distancia a partir de la cual los deslizamientos son independientes (m)</translation>
    </message>
    <message>
        <source>Distance to streams</source>
        <translation>Distancia a cauces</translation>
    </message>
    <message>
        <source>Distances to move landslides (m)</source>
        <translation>Distancias para desplazar deslizamientos (m)</translation>
    </message>
    <message>
        <source>Distribution</source>
        <translation>Distribución</translation>
    </message>
    <message>
        <source>Do the layers fit together?</source>
        <translation>¿Encajan las capas entre sí?</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Hecho</translation>
    </message>
    <message>
        <source>Drainable porosity</source>
        <translation>Porosidad drenable</translation>
    </message>
    <message>
        <source>Draw the map sheet</source>
        <translation>Dibujar la hoja de mapa</translation>
    </message>
    <message>
        <source>Draws of the sampling</source>
        <translation>Extracciones del muestreo</translation>
    </message>
    <message>
        <source>Dropout</source>
        <translation>Abandono (dropout)</translation>
    </message>
    <message>
        <source>Dry gap between events (h)</source>
        <translation>Pausa seca entre eventos (h)</translation>
    </message>
    <message>
        <source>Dry hours after the storm (h)</source>
        <translation>Horas secas después de la tormenta (h)</translation>
    </message>
    <message>
        <source>Dry slope</source>
        <translation>Ladera seca</translation>
    </message>
    <message>
        <source>Edit a copy in the designer...</source>
        <translation>Editar una copia en el diseñador...</translation>
    </message>
    <message>
        <source>Effective cohesion (kPa)</source>
        <translation>Cohesión efectiva (kPa)</translation>
    </message>
    <message>
        <source>Effective cohesion (raster, kPa)</source>
        <translation>Cohesión efectiva (ráster, kPa)</translation>
    </message>
    <message>
        <source>Effective cohesion of coarse soil (kPa)</source>
        <translation>Cohesión efectiva del suelo grueso (kPa)</translation>
    </message>
    <message>
        <source>Effective cohesion of fine soil (kPa)</source>
        <translation>Cohesión efectiva del suelo fino (kPa)</translation>
    </message>
    <message>
        <source>Effective cohesion of medium soil (kPa)</source>
        <translation>Cohesión efectiva del suelo medio (kPa)</translation>
    </message>
    <message>
        <source>Effective friction angle (degrees)</source>
        <translation>Ángulo de fricción efectivo (grados)</translation>
    </message>
    <message>
        <source>Effective friction angle (raster, degrees)</source>
        <translation>Ángulo de fricción efectivo (ráster, grados)</translation>
    </message>
    <message>
        <source>Elevation</source>
        <translation>Elevación</translation>
    </message>
    <message>
        <source>Embedding width</source>
        <translation>Anchura de la representación</translation>
    </message>
    <message>
        <source>End (UTC)</source>
        <translation>Fin (UTC)</translation>
    </message>
    <message>
        <source>End of the step</source>
        <translation>Fin del paso</translation>
    </message>
    <message>
        <source>Engine</source>
        <translation>Motor de cálculo</translation>
    </message>
    <message>
        <source>Ensemble agreement</source>
        <translation>Acuerdo del conjunto</translation>
    </message>
    <message>
        <source>Ensemble standard deviation</source>
        <translation>Desviación típica del conjunto</translation>
    </message>
    <message>
        <source>Entropy and its parts</source>
        <translation>Entropía y sus partes</translation>
    </message>
    <message>
        <source>Epochs, at most</source>
        <translation>Épocas, como máximo</translation>
    </message>
    <message>
        <source>Equal area</source>
        <translation>Áreas iguales</translation>
    </message>
    <message>
        <source>Equal intervals</source>
        <translation>Intervalos iguales</translation>
    </message>
    <message>
        <source>Error of the DEM (m)</source>
        <translation>Error del MDE (m)</translation>
    </message>
    <message>
        <source>Estimate soil depth</source>
        <translation>Estimar la profundidad del suelo</translation>
    </message>
    <message>
        <source>Event field</source>
        <translation>Campo del evento</translation>
    </message>
    <message>
        <source>Event model</source>
        <translation>Modelo de eventos</translation>
    </message>
    <message>
        <source>Event model (folder)</source>
        <translation>Modelo de eventos (carpeta)</translation>
    </message>
    <message>
        <source>Event name field</source>
        <translation>Campo con el nombre del evento</translation>
    </message>
    <message>
        <source>Event of a series</source>
        <translation>Evento de una serie</translation>
    </message>
    <message>
        <source>Event return period field</source>
        <translation>Campo del período de retorno del evento</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>Eventos</translation>
    </message>
    <message>
        <source>Events and mapped area</source>
        <translation>Eventos y área cartografiada</translation>
    </message>
    <message>
        <source>Events of rain</source>
        <translation>Eventos de lluvia</translation>
    </message>
    <message>
        <source>Excess rain (mm)</source>
        <translation>Lluvia excedente (mm)</translation>
    </message>
    <message>
        <source>Expert overlay</source>
        <translation>Superposición experta</translation>
    </message>
    <message>
        <source>Exponent gamma</source>
        <translation>Exponente gamma</translation>
    </message>
    <message>
        <source>Exponent of the multiple flow directions</source>
        <translation>Exponente de las direcciones múltiples de flujo</translation>
    </message>
    <message>
        <source>Exponential with slope</source>
        <translation>Exponencial con la pendiente</translation>
    </message>
    <message>
        <source>Exposure by class</source>
        <translation>Exposición por clase</translation>
    </message>
    <message>
        <source>Exposure to landslides</source>
        <translation>Exposición a deslizamientos</translation>
    </message>
    <message>
        <source>Extend the deepest layer to (m)</source>
        <translation>Prolongar la capa más profunda hasta (m)</translation>
    </message>
    <message>
        <source>Extent to map</source>
        <translation>Extensión que se mapea</translation>
    </message>
    <message>
        <source>Factor of safety</source>
        <translation>Factor de seguridad</translation>
    </message>
    <message>
        <source>Factor of safety by layer</source>
        <translation>Factor de seguridad por capa</translation>
    </message>
    <message>
        <source>Factor of safety raster</source>
        <translation>Ráster del factor de seguridad</translation>
    </message>
    <message>
        <source>Factor of safety, as the area was made</source>
        <translation>Factor de seguridad con el que se creó el área</translation>
    </message>
    <message>
        <source>Factor on the rain</source>
        <translation>Factor sobre la lluvia</translation>
    </message>
    <message>
        <source>Factor rasters</source>
        <translation>Ráster de factores</translation>
    </message>
    <message>
        <source>Factor stack</source>
        <translation>Pila de factores</translation>
    </message>
    <message>
        <source>Factors</source>
        <translation>Factores</translation>
    </message>
    <message>
        <source>Factors at most</source>
        <translation>Factores como máximo</translation>
    </message>
    <message>
        <source>Factors kept, separated by semicolons</source>
        <translation>Factores conservados, separados por punto y coma</translation>
    </message>
    <message>
        <source>Factors of mapping units</source>
        <translation>Factores de unidades cartográficas</translation>
    </message>
    <message>
        <source>Factors of the ground</source>
        <translation>Factores del terreno</translation>
    </message>
    <message>
        <source>Factors of this model bundle</source>
        <translation>Factores de este paquete de modelo</translation>
    </message>
    <message>
        <source>Factors selected (CSV)</source>
        <translation>Factores seleccionados (CSV)</translation>
    </message>
    <message>
        <source>Factors selected (HTML)</source>
        <translation>Factores seleccionados (HTML)</translation>
    </message>
    <message>
        <source>Factors written</source>
        <translation>Factores escritos</translation>
    </message>
    <message>
        <source>Fall of the depth with slope (1/degree)</source>
        <translation>Disminución de la profundidad con la pendiente (1/grado)</translation>
    </message>
    <message>
        <source>False alarm rate of the threshold</source>
        <translation>Tasa de falsas alarmas del umbral</translation>
    </message>
    <message>
        <source>Farthest gauge (km)</source>
        <translation>Pluviómetro más lejano (km)</translation>
    </message>
    <message>
        <source>Fast (modelling environment)</source>
        <translation>Rápido (entorno de modelado)</translation>
    </message>
    <message>
        <source>Fault lines</source>
        <translation>Líneas de falla</translation>
    </message>
    <message>
        <source>Faults</source>
        <translation>Fallas</translation>
    </message>
    <message>
        <source>Feet (US survey)</source>
        <translation>Pies (topográficos de EE. UU.)</translation>
    </message>
    <message>
        <source>Feet (international)</source>
        <translation>Pies (internacionales)</translation>
    </message>
    <message>
        <source>Field conductivity (intake) (m/s)</source>
        <translation>Conductividad de campo (entrada) (m/s)</translation>
    </message>
    <message>
        <source>Field for folds</source>
        <translation>Campo para las particiones</translation>
    </message>
    <message>
        <source>Field of the polygons</source>
        <translation>Campo de los polígonos</translation>
    </message>
    <message>
        <source>Field of the polygons: land cover</source>
        <translation>Campo de los polígonos: cobertura del suelo</translation>
    </message>
    <message>
        <source>Field of the polygons: lithology</source>
        <translation>Campo de los polígonos: litología</translation>
    </message>
    <message>
        <source>Field with names</source>
        <translation>Campo con los nombres</translation>
    </message>
    <message>
        <source>Field with the depth of failure (m)</source>
        <translation>Campo con la profundidad de rotura (m)</translation>
    </message>
    <message>
        <source>Field with x in metres</source>
        <translation>Campo con x en metros</translation>
    </message>
    <message>
        <source>Field with y in metres</source>
        <translation>Campo con y en metros</translation>
    </message>
    <message>
        <source>Field-check points</source>
        <translation>Puntos de comprobación en campo</translation>
    </message>
    <message>
        <source>Fields added</source>
        <translation>Campos añadidos</translation>
    </message>
    <message>
        <source>Fields that are factors</source>
        <translation>Campos que son factores</translation>
    </message>
    <message>
        <source>Figure</source>
        <translation>Figura</translation>
    </message>
    <message>
        <source>Figure (PDF)</source>
        <translation>Figura (PDF)</translation>
    </message>
    <message>
        <source>Figure (PNG, 300 dpi)</source>
        <translation>Figura (PNG, 300 dpi)</translation>
    </message>
    <message>
        <source>Figure (SVG)</source>
        <translation>Figura (SVG)</translation>
    </message>
    <message>
        <source>Figure folder</source>
        <translation>Carpeta de la figura</translation>
    </message>
    <message>
        <source>Figures</source>
        <translation>Figuras</translation>
    </message>
    <message>
        <source>Figures as files</source>
        <translation>Figuras como archivos</translation>
    </message>
    <message>
        <source>Figures to save from the page</source>
        <translation>Figuras que se guardan desde la página</translation>
    </message>
    <message>
        <source>Fill depressions</source>
        <translation>Rellenar depresiones</translation>
    </message>
    <message>
        <source>First frame (UTC)</source>
        <translation>Primer cuadro (UTC)</translation>
    </message>
    <message>
        <source>First map</source>
        <translation>Primer mapa</translation>
    </message>
    <message>
        <source>Fits and return levels (JSON)</source>
        <translation>Ajustes y niveles de retorno (JSON)</translation>
    </message>
    <message>
        <source>Fitted by</source>
        <translation>Ajustada por</translation>
    </message>
    <message>
        <source>Fixed interval of the record (h)</source>
        <translation>Intervalo fijo del registro (h)</translation>
    </message>
    <message>
        <source>Fixed limits</source>
        <translation>Límites fijos</translation>
    </message>
    <message>
        <source>Flat below (degrees)</source>
        <translation>Llano por debajo de (grados)</translation>
    </message>
    <message>
        <source>Flat below, with shaking (degrees)</source>
        <translation>Llano por debajo de, con sismo (grados)</translation>
    </message>
    <message>
        <source>Flat patches of one height</source>
        <translation>Zonas llanas de una sola altura</translation>
    </message>
    <message>
        <source>Flow method</source>
        <translation>Método de flujo</translation>
    </message>
    <message>
        <source>Focal loss (gamma)</source>
        <translation>Pérdida focal (gamma)</translation>
    </message>
    <message>
        <source>Folder for single rasters</source>
        <translation>Carpeta para ráster individuales</translation>
    </message>
    <message>
        <source>Folder of the environment</source>
        <translation>Carpeta del entorno</translation>
    </message>
    <message>
        <source>Folder of the further maps</source>
        <translation>Carpeta de los demás mapas</translation>
    </message>
    <message>
        <source>Folder of the further results</source>
        <translation>Carpeta de los demás resultados</translation>
    </message>
    <message>
        <source>Folder of the study</source>
        <translation>Carpeta del estudio</translation>
    </message>
    <message>
        <source>Folder of the study, if not beside the project</source>
        <translation>Carpeta del estudio, si no junto al proyecto</translation>
    </message>
    <message>
        <source>Folder of what is also written</source>
        <translation>Carpeta de lo que se escribe también</translation>
    </message>
    <message>
        <source>Folder or .zip to hand over</source>
        <translation>Carpeta o .zip para entregar</translation>
    </message>
    <message>
        <source>Folds of storms</source>
        <translation>Particiones de tormentas</translation>
    </message>
    <message>
        <source>Forecast rain (file or folder)</source>
        <translation>Lluvia pronosticada (archivo o carpeta)</translation>
    </message>
    <message>
        <source>Form of the factor of safety</source>
        <translation>Forma del factor de seguridad</translation>
    </message>
    <message>
        <source>Form of the physics term</source>
        <translation>Forma del término físico</translation>
    </message>
    <message>
        <source>Format of the rasters</source>
        <translation>Formato de los rásteres</translation>
    </message>
    <message>
        <source>Formula</source>
        <translation>Fórmula</translation>
    </message>
    <message>
        <source>Formula: K</source>
        <translation>Fórmula: K</translation>
    </message>
    <message>
        <source>Formula: b (min)</source>
        <translation>Fórmula: b (min)</translation>
    </message>
    <message>
        <source>Formula: m</source>
        <translation>Fórmula: m</translation>
    </message>
    <message>
        <source>Formula: n</source>
        <translation>Fórmula: n</translation>
    </message>
    <message>
        <source>Frames</source>
        <translation>Cuadros</translation>
    </message>
    <message>
        <source>Frequency ratio</source>
        <translation>Razón de frecuencias</translation>
    </message>
    <message>
        <source>Further layers</source>
        <translation>Otras capas</translation>
    </message>
    <message>
        <source>Fuzzy AND</source>
        <translation>Y difuso</translation>
    </message>
    <message>
        <source>Fuzzy OR</source>
        <translation>O difuso</translation>
    </message>
    <message>
        <source>Fuzzy gamma</source>
        <translation>Gamma difuso</translation>
    </message>
    <message>
        <source>Fuzzy product</source>
        <translation>Producto difuso</translation>
    </message>
    <message>
        <source>Fuzzy sum</source>
        <translation>Suma difusa</translation>
    </message>
    <message>
        <source>GEV (generalised extreme value)</source>
        <translation>GEV (valores extremos generalizada)</translation>
    </message>
    <message>
        <source>Gardner (exponential)</source>
        <translation>Gardner (exponencial)</translation>
    </message>
    <message>
        <source>GeoTIFF</source>
        <translation>GeoTIFF</translation>
    </message>
    <message>
        <source>Gradient boosting</source>
        <translation>Potenciación del gradiente</translation>
    </message>
    <message>
        <source>Green and Ampt</source>
        <translation>Green y Ampt</translation>
    </message>
    <message>
        <source>Grid</source>
        <translation>Cuadrícula</translation>
    </message>
    <message>
        <source>Grid of the stack</source>
        <translation>Malla de la pila</translation>
    </message>
    <message>
        <source>Grids and no-data</source>
        <translation>Mallas y celdas sin datos</translation>
    </message>
    <message>
        <source>Grids, memory and no-data</source>
        <translation>Mallas, memoria y celdas sin datos</translation>
    </message>
    <message>
        <source>Ground held out</source>
        <translation>Terreno apartado</translation>
    </message>
    <message>
        <source>Guaranteed</source>
        <translation>Garantizado</translation>
    </message>
    <message>
        <source>Gumbel</source>
        <translation>Gumbel</translation>
    </message>
    <message>
        <source>Hand over a study</source>
        <translation>Entregar un estudio</translation>
    </message>
    <message>
        <source>Heaviest</source>
        <translation>El más fuerte</translation>
    </message>
    <message>
        <source>Height above the nearest stream</source>
        <translation>Altura sobre el cauce más cercano</translation>
    </message>
    <message>
        <source>Height of a crest over its surroundings (m)</source>
        <translation>Altura de una cresta sobre su entorno (m)</translation>
    </message>
    <message>
        <source>Height of the deepest soil (m)</source>
        <translation>Altitud del suelo más profundo (m)</translation>
    </message>
    <message>
        <source>Height of the shallowest soil (m)</source>
        <translation>Altitud del suelo menos profundo (m)</translation>
    </message>
    <message>
        <source>Held-out probability (CSV)</source>
        <translation>Probabilidad fuera de muestra (CSV)</translation>
    </message>
    <message>
        <source>Hidden width</source>
        <translation>Anchura de la capa oculta</translation>
    </message>
    <message>
        <source>Hierarchical only (does not see the soil profile)</source>
        <translation>Solo jerárquica (no ve el perfil de suelo)</translation>
    </message>
    <message>
        <source>High</source>
        <translation>Alta</translation>
    </message>
    <message>
        <source>High strength</source>
        <translation>Resistencia alta</translation>
    </message>
    <message>
        <source>High values</source>
        <translation>Valores altos</translation>
    </message>
    <message>
        <source>Hit rate of the threshold in unseen events</source>
        <translation>Tasa de aciertos del umbral en eventos no vistos</translation>
    </message>
    <message>
        <source>Holes are walls</source>
        <translation>Los huecos son muros</translation>
    </message>
    <message>
        <source>Holes drain</source>
        <translation>Los huecos drenan</translation>
    </message>
    <message>
        <source>Horn (1981)</source>
        <translation>Horn (1981)</translation>
    </message>
    <message>
        <source>Hourly rain</source>
        <translation>Lluvia horaria</translation>
    </message>
    <message>
        <source>Hours before the storm (h)</source>
        <translation>Horas antes de la tormenta (h)</translation>
    </message>
    <message>
        <source>Hours between frames (h)</source>
        <translation>Horas entre cuadros (h)</translation>
    </message>
    <message>
        <source>How good the map is, on one page.</source>
        <translation>Qué tan bueno es el mapa, en una página.</translation>
    </message>
    <message>
        <source>How scores are put together</source>
        <translation>Cómo se combinan las puntuaciones</translation>
    </message>
    <message>
        <source>How to set the limits of the classes</source>
        <translation>Cómo fijar los límites de las clases</translation>
    </message>
    <message>
        <source>Hydraulic diffusivity (m2/s)</source>
        <translation>Difusividad hidráulica (m2/s)</translation>
    </message>
    <message>
        <source>Hyetographs</source>
        <translation>Hietogramas</translation>
    </message>
    <message>
        <source>Hyetographs of the storms</source>
        <translation>Hietogramas de las tormentas</translation>
    </message>
    <message>
        <source>Id field</source>
        <translation>Campo de identificador</translation>
    </message>
    <message>
        <source>Identifier</source>
        <translation>Identificador</translation>
    </message>
    <message>
        <source>Idle members of a fold</source>
        <translation>Miembros sin efecto de una partición</translation>
    </message>
    <message>
        <source>If the slope-stability prior says nothing</source>
        <translation>Si la estimación previa de estabilidad no dice nada</translation>
    </message>
    <message>
        <source>In metres (UTM zone of the area)</source>
        <translation>En metros (zona UTM del área)</translation>
    </message>
    <message>
        <source>Index or folder of packages</source>
        <translation>Índice o carpeta de paquetes</translation>
    </message>
    <message>
        <source>Infiltration</source>
        <translation>Infiltración</translation>
    </message>
    <message>
        <source>Information value</source>
        <translation>Valor informativo</translation>
    </message>
    <message>
        <source>Initial water table (depth, m)</source>
        <translation>Nivel freático inicial (profundidad, m)</translation>
    </message>
    <message>
        <source>Initial water-table depth (m)</source>
        <translation>Profundidad inicial del nivel freático (m)</translation>
    </message>
    <message>
        <source>Initial water-table depth raster (m)</source>
        <translation>Ráster de profundidad inicial del nivel freático (m)</translation>
    </message>
    <message>
        <source>Input check</source>
        <translation>Comprobación de los datos</translation>
    </message>
    <message>
        <source>Intensity-duration-frequency formula</source>
        <translation>Fórmula de intensidad-duración-frecuencia</translation>
    </message>
    <message>
        <source>Interpreter of the environment</source>
        <translation>Intérprete del entorno</translation>
    </message>
    <message>
        <source>Inventory and factors</source>
        <translation>Inventario y factores</translation>
    </message>
    <message>
        <source>Inventory and heights</source>
        <translation>Inventario y alturas</translation>
    </message>
    <message>
        <source>Inverse distance</source>
        <translation>Distancia inversa</translation>
    </message>
    <message>
        <source>Isotonic</source>
        <translation>Isotónica</translation>
    </message>
    <message>
        <source>Its AUROC, spatial cross-validation</source>
        <translation>Su AUROC, validación cruzada espacial</translation>
    </message>
    <message>
        <source>Judge any map</source>
        <translation>Evaluar cualquier mapa</translation>
    </message>
    <message>
        <source>Judgement (HTML)</source>
        <translation>Evaluación (HTML)</translation>
    </message>
    <message>
        <source>Judgement (JSON)</source>
        <translation>Evaluación (JSON)</translation>
    </message>
    <message>
        <source>K-means on the positions</source>
        <translation>K-medias sobre las posiciones</translation>
    </message>
    <message>
        <source>Keep the layout in the project</source>
        <translation>Conservar la composición en el proyecto</translation>
    </message>
    <message>
        <source>Kind of spatial folds</source>
        <translation>Tipo de particiones espaciales</translation>
    </message>
    <message>
        <source>Kind of the lines</source>
        <translation>Tipo de las líneas</translation>
    </message>
    <message>
        <source>Kinds of factors</source>
        <translation>Tipos de factores</translation>
    </message>
    <message>
        <source>Kinds of fields</source>
        <translation>Tipos de campos</translation>
    </message>
    <message>
        <source>L-moments</source>
        <translation>Momentos L</translation>
    </message>
    <message>
        <source>Label field</source>
        <translation>Campo de etiqueta</translation>
    </message>
    <message>
        <source>Label field of the inventory</source>
        <translation>Campo de etiqueta del inventario</translation>
    </message>
    <message>
        <source>Land cover</source>
        <translation>Cobertura del suelo</translation>
    </message>
    <message>
        <source>Land cover for the roots</source>
        <translation>Cobertura del suelo para las raíces</translation>
    </message>
    <message>
        <source>Landscape</source>
        <translation>Horizontal</translation>
    </message>
    <message>
        <source>Landslide cells</source>
        <translation>Celdas de deslizamiento</translation>
    </message>
    <message>
        <source>Landslide date field</source>
        <translation>Campo de la fecha del deslizamiento</translation>
    </message>
    <message>
        <source>Landslide inventory</source>
        <translation>Inventario de deslizamientos</translation>
    </message>
    <message>
        <source>Landslide probability a year from the year's largest storm of that duration, low and high</source>
        <translation>Probabilidad de deslizamiento al año por la mayor tormenta anual de esa duración, baja y alta</translation>
    </message>
    <message>
        <source>Landslide share</source>
        <translation>Proporción de deslizamientos</translation>
    </message>
    <message>
        <source>Landslide share of the area</source>
        <translation>Proporción del área con deslizamientos</translation>
    </message>
    <message>
        <source>Landslide type field</source>
        <translation>Campo del tipo de deslizamiento</translation>
    </message>
    <message>
        <source>Landslide types</source>
        <translation>Tipos de deslizamiento</translation>
    </message>
    <message>
        <source>Landslides</source>
        <translation>Deslizamientos</translation>
    </message>
    <message>
        <source>Landslides below the threshold</source>
        <translation>Deslizamientos bajo el umbral</translation>
    </message>
    <message>
        <source>Landslides expected for each one observed</source>
        <translation>Deslizamientos esperados por cada uno observado</translation>
    </message>
    <message>
        <source>Landslides expected over those observed, on storms left out whole</source>
        <translation>Deslizamientos esperados entre observados, en tormentas excluidas enteras</translation>
    </message>
    <message>
        <source>Landslides in class High</source>
        <translation>Deslizamientos en la clase Alta</translation>
    </message>
    <message>
        <source>Landslides in class Low</source>
        <translation>Deslizamientos en la clase Baja</translation>
    </message>
    <message>
        <source>Landslides in class Moderate</source>
        <translation>Deslizamientos en la clase Moderada</translation>
    </message>
    <message>
        <source>Landslides in class Very high</source>
        <translation>Deslizamientos en la clase Muy alta</translation>
    </message>
    <message>
        <source>Landslides that the likelihood counts</source>
        <translation>Deslizamientos que cuenta la verosimilitud</translation>
    </message>
    <message>
        <source>Landslides that took no part</source>
        <translation>Deslizamientos que no participaron</translation>
    </message>
    <message>
        <source>Largest antecedent wetness</source>
        <translation>Mayor humedad antecedente</translation>
    </message>
    <message>
        <source>Largest change of the AUROC</source>
        <translation>Mayor cambio del AUROC</translation>
    </message>
    <message>
        <source>Largest distance of stable samples in a ring (m)</source>
        <translation>Distancia máxima de las muestras estables en un anillo (m)</translation>
    </message>
    <message>
        <source>Largest factor of safety written</source>
        <translation>Mayor factor de seguridad que se escribe</translation>
    </message>
    <message>
        <source>Largest probability of all frames</source>
        <translation>Mayor probabilidad de todos los cuadros</translation>
    </message>
    <message>
        <source>Largest soil depth (m)</source>
        <translation>Profundidad máxima del suelo (m)</translation>
    </message>
    <message>
        <source>Largest soil depth, share of the table's</source>
        <translation>Mayor profundidad del suelo, parte de la de la tabla</translation>
    </message>
    <message>
        <source>Last</source>
        <translation>El último</translation>
    </message>
    <message>
        <source>Last frame (UTC)</source>
        <translation>Último cuadro (UTC)</translation>
    </message>
    <message>
        <source>Layer bottoms (m)</source>
        <translation>Bases de las capas (m)</translation>
    </message>
    <message>
        <source>Layered infinite slope</source>
        <translation>Talud infinito por capas</translation>
    </message>
    <message>
        <source>Layers that cannot be used</source>
        <translation>Capas que no se pueden usar</translation>
    </message>
    <message>
        <source>Layers to look at</source>
        <translation>Capas que conviene revisar</translation>
    </message>
    <message>
        <source>Leading uncertain input</source>
        <translation>Entrada incierta dominante</translation>
    </message>
    <message>
        <source>Learning rate</source>
        <translation>Tasa de aprendizaje</translation>
    </message>
    <message>
        <source>Least antecedent wetness</source>
        <translation>Menor humedad antecedente</translation>
    </message>
    <message>
        <source>Least area of a unit (m2)</source>
        <translation>Área mínima de una unidad (m2)</translation>
    </message>
    <message>
        <source>Least area of a zone (m2)</source>
        <translation>Área mínima de una zona (m2)</translation>
    </message>
    <message>
        <source>Least areas to try (m2)</source>
        <translation>Áreas mínimas que probar (m2)</translation>
    </message>
    <message>
        <source>Least distance between points (m)</source>
        <translation>Distancia mínima entre puntos (m)</translation>
    </message>
    <message>
        <source>Least distance of random stable samples from landslides (m)</source>
        <translation>Distancia mínima de las muestras estables al azar a los deslizamientos (m)</translation>
    </message>
    <message>
        <source>Least landslide share of the unit</source>
        <translation>Fracción mínima deslizada de la unidad</translation>
    </message>
    <message>
        <source>Least number of landslides</source>
        <translation>Número mínimo de deslizamientos</translation>
    </message>
    <message>
        <source>Least release area (m2)</source>
        <translation>Área mínima de desprendimiento (m2)</translation>
    </message>
    <message>
        <source>Least slope of stable samples (degrees)</source>
        <translation>Pendiente mínima de las muestras estables (grados)</translation>
    </message>
    <message>
        <source>Least soil depth, share of the table's</source>
        <translation>Menor profundidad del suelo, parte de la de la tabla</translation>
    </message>
    <message>
        <source>Leave one event out</source>
        <translation>Dejar fuera un evento</translation>
    </message>
    <message>
        <source>Leave one region out</source>
        <translation>Dejar fuera una región</translation>
    </message>
    <message>
        <source>Leave one value of a field out</source>
        <translation>Dejar fuera un valor de un campo</translation>
    </message>
    <message>
        <source>Leave them out</source>
        <translation>Omitirlos</translation>
    </message>
    <message>
        <source>Legacy: one depth of 2.5 m</source>
        <translation>Forma antigua: una sola profundidad de 2.5 m</translation>
    </message>
    <message>
        <source>Length of lines in the most dangerous class (km)</source>
        <translation>Longitud de líneas en la clase más peligrosa (km)</translation>
    </message>
    <message>
        <source>Length of the DEM's error (m)</source>
        <translation>Longitud del error del MDE (m)</translation>
    </message>
    <message>
        <source>Length of the slide (m)</source>
        <translation>Longitud del deslizamiento (m)</translation>
    </message>
    <message>
        <source>Lets no water through</source>
        <translation>No deja pasar el agua</translation>
    </message>
    <message>
        <source>Limits found</source>
        <translation>Límites encontrados</translation>
    </message>
    <message>
        <source>Limits of classes</source>
        <translation>Límites de las clases</translation>
    </message>
    <message>
        <source>Limits of the classes</source>
        <translation>Límites de las clases</translation>
    </message>
    <message>
        <source>Limits or shares of area</source>
        <translation>Límites o proporciones de área</translation>
    </message>
    <message>
        <source>Limits, units and the slide</source>
        <translation>Límites, unidades y el deslizamiento</translation>
    </message>
    <message>
        <source>Lines</source>
        <translation>Líneas</translation>
    </message>
    <message>
        <source>Lines by landslide class</source>
        <translation>Líneas por clase de deslizamiento</translation>
    </message>
    <message>
        <source>Lithology</source>
        <translation>Litología</translation>
    </message>
    <message>
        <source>Lithology raster</source>
        <translation>Ráster de litología</translation>
    </message>
    <message>
        <source>Lithology raster and soil table</source>
        <translation>Ráster de litología y tabla de suelos</translation>
    </message>
    <message>
        <source>Load the frames</source>
        <translation>Cargar los cuadros</translation>
    </message>
    <message>
        <source>Load the layers</source>
        <translation>Cargar las capas</translation>
    </message>
    <message>
        <source>Load what is chosen above</source>
        <translation>Cargar lo elegido arriba</translation>
    </message>
    <message>
        <source>Log loss on ground held out, calibrated</source>
        <translation>Pérdida logarítmica en terreno reservado, calibrada</translation>
    </message>
    <message>
        <source>Log loss on ground held out, table as it was</source>
        <translation>Pérdida logarítmica en terreno reservado, tabla original</translation>
    </message>
    <message>
        <source>Log loss on storms left out whole</source>
        <translation>Pérdida logarítmica en tormentas excluidas enteras</translation>
    </message>
    <message>
        <source>Logistic regression</source>
        <translation>Regresión logística</translation>
    </message>
    <message>
        <source>Low</source>
        <translation>Baja</translation>
    </message>
    <message>
        <source>Low strength</source>
        <translation>Resistencia baja</translation>
    </message>
    <message>
        <source>Low values</source>
        <translation>Valores bajos</translation>
    </message>
    <message>
        <source>Lowering of the threshold at each step</source>
        <translation>Reducción del umbral en cada paso</translation>
    </message>
    <message>
        <source>Lowest and highest class of the members</source>
        <translation>Clase más baja y más alta de los miembros</translation>
    </message>
    <message>
        <source>Map</source>
        <translation>Mapa</translation>
    </message>
    <message>
        <source>Map a new area with an existing model</source>
        <translation>Cartografiar un área nueva con un modelo existente</translation>
    </message>
    <message>
        <source>Map an event</source>
        <translation>Cartografiar un evento</translation>
    </message>
    <message>
        <source>Map mapping units</source>
        <translation>Cartografiar unidades</translation>
    </message>
    <message>
        <source>Map of polygons</source>
        <translation>Mapa de polígonos</translation>
    </message>
    <message>
        <source>Map sheet</source>
        <translation>Hoja de mapa</translation>
    </message>
    <message>
        <source>Map susceptibility/uncertainty</source>
        <translation>Mapear susceptibilidad e incertidumbre</translation>
    </message>
    <message>
        <source>Map to classify</source>
        <translation>Mapa que se clasifica</translation>
    </message>
    <message>
        <source>Map to judge</source>
        <translation>Mapa que se evalúa</translation>
    </message>
    <message>
        <source>Map units</source>
        <translation>Unidades del mapa</translation>
    </message>
    <message>
        <source>Mapped area</source>
        <translation>Área cartografiada</translation>
    </message>
    <message>
        <source>Mapped cells</source>
        <translation>Celdas mapeadas</translation>
    </message>
    <message>
        <source>Mapped event field</source>
        <translation>Campo del evento cartografiado</translation>
    </message>
    <message>
        <source>Mapped landslide bodies</source>
        <translation>Cuerpos de deslizamiento cartografiados</translation>
    </message>
    <message>
        <source>Mapped units</source>
        <translation>Unidades cartografiadas</translation>
    </message>
    <message>
        <source>Mapping units</source>
        <translation>Unidades cartográficas</translation>
    </message>
    <message>
        <source>Margin around FS = 1</source>
        <translation>Margen en torno a FS = 1</translation>
    </message>
    <message>
        <source>Matched to the distances of the map</source>
        <translation>Ajustadas a las distancias del mapa</translation>
    </message>
    <message>
        <source>Maximum</source>
        <translation>Máximo</translation>
    </message>
    <message>
        <source>Maximum likelihood</source>
        <translation>Máxima verosimilitud</translation>
    </message>
    <message>
        <source>Mean</source>
        <translation>Media</translation>
    </message>
    <message>
        <source>Mean circular variance within units</source>
        <translation>Varianza circular media dentro de las unidades</translation>
    </message>
    <message>
        <source>Mean depth (m)</source>
        <translation>Profundidad media (m)</translation>
    </message>
    <message>
        <source>Mean difference</source>
        <translation>Diferencia media</translation>
    </message>
    <message>
        <source>Mean rain over the area (mm)</source>
        <translation>Lluvia media sobre el área (mm)</translation>
    </message>
    <message>
        <source>Members per attention stack</source>
        <translation>Miembros por pila de atención</translation>
    </message>
    <message>
        <source>Members per fold</source>
        <translation>Miembros por partición</translation>
    </message>
    <message>
        <source>Memory (MiB)</source>
        <translation>Memoria (MiB)</translation>
    </message>
    <message>
        <source>Memory limit (MiB)</source>
        <translation>Límite de memoria (MiB)</translation>
    </message>
    <message>
        <source>Method</source>
        <translation>Método</translation>
    </message>
    <message>
        <source>Metres</source>
        <translation>Metros</translation>
    </message>
    <message>
        <source>Middle of the step</source>
        <translation>Mitad del paso</translation>
    </message>
    <message>
        <source>Millimetres</source>
        <translation>Milímetros</translation>
    </message>
    <message>
        <source>Minimum</source>
        <translation>Mínimo</translation>
    </message>
    <message>
        <source>Minutes expected</source>
        <translation>Minutos previstos</translation>
    </message>
    <message>
        <source>Minutes taken</source>
        <translation>Minutos empleados</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modelo</translation>
    </message>
    <message>
        <source>Model against physics</source>
        <translation>Modelo frente a física</translation>
    </message>
    <message>
        <source>Model bundle</source>
        <translation>Paquete del modelo</translation>
    </message>
    <message>
        <source>Model bundle (folder)</source>
        <translation>Paquete del modelo (carpeta)</translation>
    </message>
    <message>
        <source>Model bundle as one file</source>
        <translation>Paquete del modelo en un solo archivo</translation>
    </message>
    <message>
        <source>Model bundles</source>
        <translation>Paquetes de modelos</translation>
    </message>
    <message>
        <source>Model minus logistic regression</source>
        <translation>Modelo menos regresión logística</translation>
    </message>
    <message>
        <source>Model of the soil depth</source>
        <translation>Modelo de la profundidad del suelo</translation>
    </message>
    <message>
        <source>Model with the highest mean AUROC</source>
        <translation>Modelo con el mayor AUROC medio</translation>
    </message>
    <message>
        <source>Model: landslides</source>
        <translation>Modelo: deslizamientos</translation>
    </message>
    <message>
        <source>Model: rank_correlation</source>
        <translation>Modelo: correlación de rangos</translation>
    </message>
    <message>
        <source>Model: rmse</source>
        <translation>Modelo: error cuadrático medio (RMSE)</translation>
    </message>
    <message>
        <source>Modelling environment</source>
        <translation>Entorno de modelado</translation>
    </message>
    <message>
        <source>Modelling environment...</source>
        <translation>Entorno de modelado...</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>Modelos</translation>
    </message>
    <message>
        <source>Moderate</source>
        <translation>Moderada</translation>
    </message>
    <message>
        <source>Moran's I of the aspect between neighbours</source>
        <translation>I de Moran de la orientación entre vecinas</translation>
    </message>
    <message>
        <source>More maps</source>
        <translation>Más mapas</translation>
    </message>
    <message>
        <source>More results</source>
        <translation>Más resultados</translation>
    </message>
    <message>
        <source>Most frequent class (majority)</source>
        <translation>Clase más frecuente (mayoría)</translation>
    </message>
    <message>
        <source>Most points</source>
        <translation>Número máximo de puntos</translation>
    </message>
    <message>
        <source>Multiple directions (Freeman)</source>
        <translation>Direcciones múltiples (Freeman)</translation>
    </message>
    <message>
        <source>NDVI</source>
        <translation>NDVI</translation>
    </message>
    <message>
        <source>Name of the layout that was kept</source>
        <translation>Nombre de la composición conservada</translation>
    </message>
    <message>
        <source>Names of the classes: land cover</source>
        <translation>Nombres de las clases: cobertura del suelo</translation>
    </message>
    <message>
        <source>Names of the classes: lithology</source>
        <translation>Nombres de las clases: litología</translation>
    </message>
    <message>
        <source>Natural breaks</source>
        <translation>Cortes naturales</translation>
    </message>
    <message>
        <source>Nearest</source>
        <translation>Vecino más próximo</translation>
    </message>
    <message>
        <source>Nearest gauge (Thiessen)</source>
        <translation>Pluviómetro más cercano (Thiessen)</translation>
    </message>
    <message>
        <source>Needs {}</source>
        <translation>Necesita {}</translation>
    </message>
    <message>
        <source>Network ensemble</source>
        <translation>Conjunto de redes</translation>
    </message>
    <message>
        <source>Network ensemble that reads the rain step by step</source>
        <translation>Conjunto de redes que lee la lluvia paso a paso</translation>
    </message>
    <message>
        <source>Networks</source>
        <translation>Redes</translation>
    </message>
    <message>
        <source>Newmark displacement (cm)</source>
        <translation>Desplazamiento de Newmark (cm)</translation>
    </message>
    <message>
        <source>Newmark displacement with its spread (cm)</source>
        <translation>Desplazamiento de Newmark con su dispersión (cm)</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Siguiente</translation>
    </message>
    <message>
        <source>No</source>
        <translation>No</translation>
    </message>
    <message>
        <source>No (prediction rate)</source>
        <translation>No (tasa de predicción)</translation>
    </message>
    <message>
        <source>No data</source>
        <translation>Sin datos</translation>
    </message>
    <message>
        <source>No samples in them</source>
        <translation>Sin muestras en ellas</translation>
    </message>
    <message>
        <source>No-data (cells are left out)</source>
        <translation>Sin datos (las celdas quedan fuera)</translation>
    </message>
    <message>
        <source>No-data of rasters that declare none</source>
        <translation>Sin datos de los rásteres que no lo declaran</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Ninguna</translation>
    </message>
    <message>
        <source>None chosen</source>
        <translation>Nada elegido</translation>
    </message>
    <message>
        <source>None, water drains on</source>
        <translation>Ninguna, el agua sigue drenando</translation>
    </message>
    <message>
        <source>None: on the safe side</source>
        <translation>Ninguna: del lado seguro</translation>
    </message>
    <message>
        <source>Not known</source>
        <translation>No se sabe</translation>
    </message>
    <message>
        <source>Not said: degrees, checked</source>
        <translation>Sin decir: grados, comprobado</translation>
    </message>
    <message>
        <source>Not said: metres, checked</source>
        <translation>Sin decir: metros, comprobado</translation>
    </message>
    <message>
        <source>Not set</source>
        <translation>Sin indicar</translation>
    </message>
    <message>
        <source>Number of classes</source>
        <translation>Número de clases</translation>
    </message>
    <message>
        <source>Number of factors kept</source>
        <translation>Número de factores conservados</translation>
    </message>
    <message>
        <source>Number of frames</source>
        <translation>Número de cuadros</translation>
    </message>
    <message>
        <source>Number of release areas</source>
        <translation>Número de áreas de desprendimiento</translation>
    </message>
    <message>
        <source>Number of units</source>
        <translation>Número de unidades</translation>
    </message>
    <message>
        <source>Number of zones</source>
        <translation>Número de zonas</translation>
    </message>
    <message>
        <source>Numbers are</source>
        <translation>Los números son</translation>
    </message>
    <message>
        <source>Once: a Python for training and reports. Without it, bivariate maps.</source>
        <translation>Una vez: un Python para entrenar y hacer informes. Sin él, mapas bivariantes.</translation>
    </message>
    <message>
        <source>One .zip</source>
        <translation>Un .zip</translation>
    </message>
    <message>
        <source>One cell a polygon, at its centroid</source>
        <translation>Una celda por polígono, en su centroide</translation>
    </message>
    <message>
        <source>One cell a polygon, inside it</source>
        <translation>Una celda por polígono, en su interior</translation>
    </message>
    <message>
        <source>One cell a polygon, the highest (scarp)</source>
        <translation>Una celda por polígono, la más alta (escarpe)</translation>
    </message>
    <message>
        <source>One folder</source>
        <translation>Una carpeta</translation>
    </message>
    <message>
        <source>One folder or .zip that opens anywhere.</source>
        <translation>Una carpeta o .zip que se abre en cualquier lugar.</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Abrir</translation>
    </message>
    <message>
        <source>Open the report when done</source>
        <translation>Abrir el informe al terminar</translation>
    </message>
    <message>
        <source>Order of the triggers</source>
        <translation>Orden de los desencadenantes</translation>
    </message>
    <message>
        <source>Orientation</source>
        <translation>Orientación</translation>
    </message>
    <message>
        <source>Other rasters</source>
        <translation>Otros ráster</translation>
    </message>
    <message>
        <source>Outside the area of applicability</source>
        <translation>Fuera del área de aplicabilidad</translation>
    </message>
    <message>
        <source>Own rasters by layer</source>
        <translation>Ráster propios por capa</translation>
    </message>
    <message>
        <source>Own series</source>
        <translation>Serie propia</translation>
    </message>
    <message>
        <source>Own series of rain</source>
        <translation>Serie propia de lluvia</translation>
    </message>
    <message>
        <source>Pack as</source>
        <translation>Empaquetar como</translation>
    </message>
    <message>
        <source>Pack to hand over</source>
        <translation>Empaquetar para entregar</translation>
    </message>
    <message>
        <source>Paper</source>
        <translation>Papel</translation>
    </message>
    <message>
        <source>Patience (epochs)</source>
        <translation>Paciencia (épocas)</translation>
    </message>
    <message>
        <source>Peak of the Chicago storm</source>
        <translation>Pico de la tormenta de Chicago</translation>
    </message>
    <message>
        <source>Penalty</source>
        <translation>Penalización</translation>
    </message>
    <message>
        <source>People in each building</source>
        <translation>Personas en cada edificio</translation>
    </message>
    <message>
        <source>People in the most dangerous class</source>
        <translation>Personas en la clase más peligrosa</translation>
    </message>
    <message>
        <source>Percent</source>
        <translation>Por ciento</translation>
    </message>
    <message>
        <source>Physics-informed training</source>
        <translation>Entrenamiento informado por la física</translation>
    </message>
    <message>
        <source>Physics: landslides</source>
        <translation>Física: deslizamientos</translation>
    </message>
    <message>
        <source>Physics: rank_correlation</source>
        <translation>Física: correlación de rangos</translation>
    </message>
    <message>
        <source>Physics: rmse</source>
        <translation>Física: error cuadrático medio (RMSE)</translation>
    </message>
    <message>
        <source>Plain (QGIS itself)</source>
        <translation>Simple (el propio QGIS)</translation>
    </message>
    <message>
        <source>Plain network</source>
        <translation>Red sola</translation>
    </message>
    <message>
        <source>Plan curvature</source>
        <translation>Curvatura en planta</translation>
    </message>
    <message>
        <source>Platt</source>
        <translation>Platt</translation>
    </message>
    <message>
        <source>Plot</source>
        <translation>Gráfico</translation>
    </message>
    <message>
        <source>Plot of depths</source>
        <translation>Gráfico de profundidades</translation>
    </message>
    <message>
        <source>Point estimate (Rosenblueth)</source>
        <translation>Estimación puntual (Rosenblueth)</translation>
    </message>
    <message>
        <source>Point estimate, and lines through the tail</source>
        <translation>Estimación puntual, y líneas por la cola</translation>
    </message>
    <message>
        <source>Points</source>
        <translation>Puntos</translation>
    </message>
    <message>
        <source>Points or polygons; add them, or take a sample area.</source>
        <translation>Puntos o polígonos; añádalos o tome un área de ejemplo.</translation>
    </message>
    <message>
        <source>Polygons</source>
        <translation>Polígonos</translation>
    </message>
    <message>
        <source>Polygons smaller than a cell</source>
        <translation>Polígonos menores que una celda</translation>
    </message>
    <message>
        <source>Polygons with a value</source>
        <translation>Polígonos con valor</translation>
    </message>
    <message>
        <source>Polygons without a value in some field</source>
        <translation>Polígonos sin valor en algún campo</translation>
    </message>
    <message>
        <source>Population raster</source>
        <translation>Ráster de población</translation>
    </message>
    <message>
        <source>Pore water pressure</source>
        <translation>Presión de agua de poros</translation>
    </message>
    <message>
        <source>Pore-pressure ratio ru</source>
        <translation>Coeficiente de presión de poros ru</translation>
    </message>
    <message>
        <source>Portrait</source>
        <translation>Vertical</translation>
    </message>
    <message>
        <source>Position and transport</source>
        <translation>Posición y transporte</translation>
    </message>
    <message>
        <source>Possible</source>
        <translation>Posible</translation>
    </message>
    <message>
        <source>Presence and background (log-linear, relative intensity)</source>
        <translation>Presencia y fondo (log-lineal, intensidad relativa)</translation>
    </message>
    <message>
        <source>Preset</source>
        <translation>Ajuste predefinido</translation>
    </message>
    <message>
        <source>Probabilities</source>
        <translation>Probabilidades</translation>
    </message>
    <message>
        <source>Probabilities refer to</source>
        <translation>Las probabilidades se refieren a</translation>
    </message>
    <message>
        <source>Probability from which a cell counts as above</source>
        <translation>Probabilidad a partir de la cual cuenta una celda como superior</translation>
    </message>
    <message>
        <source>Probability from which cells release</source>
        <translation>Probabilidad desde la que se desprenden celdas</translation>
    </message>
    <message>
        <source>Probability of failure</source>
        <translation>Probabilidad de rotura</translation>
    </message>
    <message>
        <source>Probability of failure by</source>
        <translation>Probabilidad de rotura mediante</translation>
    </message>
    <message>
        <source>Probability of failure raster</source>
        <translation>Ráster de probabilidad de rotura</translation>
    </message>
    <message>
        <source>Probability raster</source>
        <translation>Ráster de probabilidad</translation>
    </message>
    <message>
        <source>Profile curvature</source>
        <translation>Curvatura de perfil</translation>
    </message>
    <message>
        <source>Publication figure</source>
        <translation>Figura para publicación</translation>
    </message>
    <message>
        <source>Python interpreter</source>
        <translation>Intérprete de Python</translation>
    </message>
    <message>
        <source>Python version</source>
        <translation>Versión de Python</translation>
    </message>
    <message>
        <source>Quality level (0 to 7)</source>
        <translation>Nivel de calidad (0 a 7)</translation>
    </message>
    <message>
        <source>Quantiles</source>
        <translation>Cuantiles</translation>
    </message>
    <message>
        <source>Quantiles (%)</source>
        <translation>Cuantiles (%)</translation>
    </message>
    <message>
        <source>Quick</source>
        <translation>Rápido</translation>
    </message>
    <message>
        <source>RBSF, southern Ecuador (real, CC0)</source>
        <translation>RBSF, sur de Ecuador (real, CC0)</translation>
    </message>
    <message>
        <source>Radians</source>
        <translation>Radianes</translation>
    </message>
    <message>
        <source>Radius of the position</source>
        <translation>Radio de la posición</translation>
    </message>
    <message>
        <source>Radius of the topographic position index</source>
        <translation>Radio del índice de posición topográfica</translation>
    </message>
    <message>
        <source>Rain</source>
        <translation>Lluvia</translation>
    </message>
    <message>
        <source>Rain (file or folder)</source>
        <translation>Lluvia (archivo o carpeta)</translation>
    </message>
    <message>
        <source>Rain (scenarios or annual maxima)</source>
        <translation>Lluvia (escenarios o máximos anuales)</translation>
    </message>
    <message>
        <source>Rain before and after the storm</source>
        <translation>Lluvia antes y después de la tormenta</translation>
    </message>
    <message>
        <source>Rain before the storm (mm)</source>
        <translation>Lluvia antes de la tormenta (mm)</translation>
    </message>
    <message>
        <source>Rain between gauges</source>
        <translation>Lluvia entre pluviómetros</translation>
    </message>
    <message>
        <source>Rain from</source>
        <translation>Lluvia a partir de</translation>
    </message>
    <message>
        <source>Rain gauges (table)</source>
        <translation>Pluviómetros (tabla)</translation>
    </message>
    <message>
        <source>Rain intensity by scenario (raster, mm/h)</source>
        <translation>Intensidad de lluvia por escenario (ráster, mm/h)</translation>
    </message>
    <message>
        <source>Rain kept from day to day</source>
        <translation>Lluvia que queda de un día a otro</translation>
    </message>
    <message>
        <source>Rain of a wet step (mm)</source>
        <translation>Lluvia de un paso húmedo (mm)</translation>
    </message>
    <message>
        <source>Rain of the step</source>
        <translation>Lluvia del paso</translation>
    </message>
    <message>
        <source>Rain pattern of the storms</source>
        <translation>Patrón de lluvia de las tormentas</translation>
    </message>
    <message>
        <source>Rain return period at which P passes the threshold</source>
        <translation>Período de retorno de la lluvia en el que P supera el umbral</translation>
    </message>
    <message>
        <source>Rain series</source>
        <translation>Series de lluvia</translation>
    </message>
    <message>
        <source>Rain stack (file)</source>
        <translation>Lluvia en el tiempo (archivo)</translation>
    </message>
    <message>
        <source>Rain stack (folder)</source>
        <translation>Lluvia en el tiempo (carpeta)</translation>
    </message>
    <message>
        <source>Rain that fell (file or folder)</source>
        <translation>Lluvia caída (archivo o carpeta)</translation>
    </message>
    <message>
        <source>Rain that fell, changed</source>
        <translation>Lluvia caída, modificada</translation>
    </message>
    <message>
        <source>Rain thresholds</source>
        <translation>Umbrales de lluvia</translation>
    </message>
    <message>
        <source>Rain thresholds (page)</source>
        <translation>Umbrales de lluvia (página)</translation>
    </message>
    <message>
        <source>Rain up to the conductivity</source>
        <translation>Lluvia hasta la conductividad</translation>
    </message>
    <message>
        <source>Rainfall (mm)</source>
        <translation>Precipitación (mm)</translation>
    </message>
    <message>
        <source>Random cells away from landslides</source>
        <translation>Celdas al azar lejos de los deslizamientos</translation>
    </message>
    <message>
        <source>Random cells in a ring round the landslides</source>
        <translation>Celdas al azar en un anillo alrededor de los deslizamientos</translation>
    </message>
    <message>
        <source>Random folds beside the spatial ones</source>
        <translation>Particiones al azar junto a las espaciales</translation>
    </message>
    <message>
        <source>Random forest</source>
        <translation>Bosque aleatorio</translation>
    </message>
    <message>
        <source>Random stable samples per landslide sample</source>
        <translation>Muestras estables al azar por muestra de deslizamiento</translation>
    </message>
    <message>
        <source>Range</source>
        <translation>Rango</translation>
    </message>
    <message>
        <source>Ranges and sets</source>
        <translation>Rangos y conjuntos</translation>
    </message>
    <message>
        <source>Raster whose grid to take</source>
        <translation>Ráster cuya malla se toma</translation>
    </message>
    <message>
        <source>Rasters of soil, water and rain</source>
        <translation>Rásteres de suelo, agua y lluvia</translation>
    </message>
    <message>
        <source>Rate</source>
        <translation>Intensidad</translation>
    </message>
    <message>
        <source>Reading the rain</source>
        <translation>Lectura de la lluvia</translation>
    </message>
    <message>
        <source>Ready-made chains in the designer</source>
        <translation>Cadenas preparadas en el diseñador</translation>
    </message>
    <message>
        <source>Reasons by group of factors</source>
        <translation>Razones por grupo de factores</translation>
    </message>
    <message>
        <source>Reference scenario (return period, years)</source>
        <translation>Escenario de referencia (período de retorno, años)</translation>
    </message>
    <message>
        <source>Regions for folds</source>
        <translation>Regiones para las particiones</translation>
    </message>
    <message>
        <source>Release areas (no run-out)</source>
        <translation>Áreas de desprendimiento (sin propagación)</translation>
    </message>
    <message>
        <source>Release height (m)</source>
        <translation>Altura de desprendimiento (m)</translation>
    </message>
    <message>
        <source>Release heights (no run-out)</source>
        <translation>Alturas de desprendimiento (sin propagación)</translation>
    </message>
    <message>
        <source>Release raster (no run-out)</source>
        <translation>Ráster de desprendimiento (sin propagación)</translation>
    </message>
    <message>
        <source>Reliability index</source>
        <translation>Índice de fiabilidad</translation>
    </message>
    <message>
        <source>Repeats at each level</source>
        <translation>Repeticiones en cada nivel</translation>
    </message>
    <message>
        <source>Repeats of the cross-validation</source>
        <translation>Repeticiones de la validación cruzada</translation>
    </message>
    <message>
        <source>Repeats with networks</source>
        <translation>Repeticiones con redes</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>Informe</translation>
    </message>
    <message>
        <source>Resampling of quantities</source>
        <translation>Remuestreo de las cantidades</translation>
    </message>
    <message>
        <source>Residual (reactivated landslides)</source>
        <translation>Residual (deslizamientos reactivados)</translation>
    </message>
    <message>
        <source>Residual on logistic regression</source>
        <translation>Residuo sobre la regresión logística</translation>
    </message>
    <message>
        <source>Residual on the additive model (GAM)</source>
        <translation>Residuo sobre el modelo aditivo (GAM)</translation>
    </message>
    <message>
        <source>Residual water content</source>
        <translation>Contenido residual de agua</translation>
    </message>
    <message>
        <source>Residual, its base chosen by held-out log loss</source>
        <translation>Residuo, con la base elegida por la pérdida logarítmica reservada</translation>
    </message>
    <message>
        <source>Resolution (dpi)</source>
        <translation>Resolución (dpi)</translation>
    </message>
    <message>
        <source>Response curves</source>
        <translation>Curvas de respuesta</translation>
    </message>
    <message>
        <source>Response curves (CSV)</source>
        <translation>Curvas de respuesta (CSV)</translation>
    </message>
    <message>
        <source>Response curves (HTML)</source>
        <translation>Curvas de respuesta (HTML)</translation>
    </message>
    <message>
        <source>Results</source>
        <translation>Resultados</translation>
    </message>
    <message>
        <source>Retention: alpha (1/m)</source>
        <translation>Retención: alfa (1/m)</translation>
    </message>
    <message>
        <source>Retention: van Genuchten n</source>
        <translation>Retención: n de van Genuchten</translation>
    </message>
    <message>
        <source>Return period of the storm (yr)</source>
        <translation>Periodo de retorno de la tormenta (años)</translation>
    </message>
    <message>
        <source>Return periods (years)</source>
        <translation>Períodos de retorno (años)</translation>
    </message>
    <message>
        <source>Return-level plot</source>
        <translation>Gráfico de niveles de retorno</translation>
    </message>
    <message>
        <source>Ridge penalty of the linear part</source>
        <translation>Penalización ridge de la parte lineal</translation>
    </message>
    <message>
        <source>River lines</source>
        <translation>Líneas de ríos</translation>
    </message>
    <message>
        <source>Road lines</source>
        <translation>Líneas de carreteras</translation>
    </message>
    <message>
        <source>Roads</source>
        <translation>Carreteras</translation>
    </message>
    <message>
        <source>Roll-over of the landslide areas (m2)</source>
        <translation>Área de los deslizamientos con la mayor densidad (m2)</translation>
    </message>
    <message>
        <source>Root cohesion (kPa)</source>
        <translation>Cohesión por raíces (kPa)</translation>
    </message>
    <message>
        <source>Root cohesion (raster, kPa)</source>
        <translation>Cohesión de raíces (ráster, kPa)</translation>
    </message>
    <message>
        <source>Root depth (m)</source>
        <translation>Profundidad de las raíces (m)</translation>
    </message>
    <message>
        <source>Root mean square difference</source>
        <translation>Diferencia cuadrática media (raíz)</translation>
    </message>
    <message>
        <source>Root table</source>
        <translation>Tabla de raíces</translation>
    </message>
    <message>
        <source>Roots, weights and shaking</source>
        <translation>Raíces, pesos y sacudida</translation>
    </message>
    <message>
        <source>Roughness</source>
        <translation>Rugosidad</translation>
    </message>
    <message>
        <source>Sample area folder</source>
        <translation>Carpeta del área de ejemplo</translation>
    </message>
    <message>
        <source>Sample areas...</source>
        <translation>Áreas de ejemplo...</translation>
    </message>
    <message>
        <source>Samples</source>
        <translation>Muestras</translation>
    </message>
    <message>
        <source>Samples of places and days</source>
        <translation>Muestras de lugares y días</translation>
    </message>
    <message>
        <source>Samples with gaps</source>
        <translation>Muestras con vacíos</translation>
    </message>
    <message>
        <source>Samples with labels</source>
        <translation>Muestras con etiquetas</translation>
    </message>
    <message>
        <source>Sampling (Sobol)</source>
        <translation>Muestreo (Sobol)</translation>
    </message>
    <message>
        <source>Saturated hydraulic conductivity (m/s)</source>
        <translation>Conductividad hidráulica saturada (m/s)</translation>
    </message>
    <message>
        <source>Saturated share of the soil</source>
        <translation>Proporción saturada del suelo</translation>
    </message>
    <message>
        <source>Scale, 1 to</source>
        <translation>Escala, 1 por</translation>
    </message>
    <message>
        <source>Scenarios with their sources (JSON)</source>
        <translation>Escenarios con sus fuentes (JSON)</translation>
    </message>
    <message>
        <source>Scores</source>
        <translation>Puntuaciones</translation>
    </message>
    <message>
        <source>Scores (JSON)</source>
        <translation>Puntuaciones (JSON)</translation>
    </message>
    <message>
        <source>Search for the weight of the physics term (lambda)</source>
        <translation>Buscar el peso del término físico (lambda)</translation>
    </message>
    <message>
        <source>Season as an input</source>
        <translation>Época del año como entrada</translation>
    </message>
    <message>
        <source>Second map</source>
        <translation>Segundo mapa</translation>
    </message>
    <message>
        <source>Sediment transport index</source>
        <translation>Índice de transporte de sedimento</translation>
    </message>
    <message>
        <source>Sediment transport: exponent of the area</source>
        <translation>Transporte de sedimentos: exponente del área</translation>
    </message>
    <message>
        <source>Sediment transport: exponent of the slope</source>
        <translation>Transporte de sedimentos: exponente de la pendiente</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>Semilla</translation>
    </message>
    <message>
        <source>Seed of the synthetic area</source>
        <translation>Semilla del área sintética</translation>
    </message>
    <message>
        <source>Seismic coefficient</source>
        <translation>Coeficiente sísmico</translation>
    </message>
    <message>
        <source>Seismic coefficient over peak ground acceleration</source>
        <translation>Coeficiente sísmico respecto a la aceleración máxima del terreno</translation>
    </message>
    <message>
        <source>Select factors</source>
        <translation>Seleccionar factores</translation>
    </message>
    <message>
        <source>Series of the points</source>
        <translation>Series de los puntos</translation>
    </message>
    <message>
        <source>Set up modelling environment</source>
        <translation>Preparar el entorno de modelado</translation>
    </message>
    <message>
        <source>Sets of values for each soil</source>
        <translation>Conjuntos de valores por suelo</translation>
    </message>
    <message>
        <source>Settings file (JSON)</source>
        <translation>Archivo de ajustes (JSON)</translation>
    </message>
    <message>
        <source>Shape of the storms</source>
        <translation>Forma de las tormentas</translation>
    </message>
    <message>
        <source>Share among the samples</source>
        <translation>Proporción entre las muestras</translation>
    </message>
    <message>
        <source>Share drawn</source>
        <translation>Fracción muestreada</translation>
    </message>
    <message>
        <source>Share in this class or above</source>
        <translation>Proporción en esta clase o superior</translation>
    </message>
    <message>
        <source>Share of cells by assessment (JSON)</source>
        <translation>Proporción de celdas según la evaluación (JSON)</translation>
    </message>
    <message>
        <source>Share of cells whose class differs</source>
        <translation>Proporción de celdas cuya clase difiere</translation>
    </message>
    <message>
        <source>Share of cells with FS &lt; 1 by scenario (JSON)</source>
        <translation>Proporción de celdas con FS &lt; 1 por escenario (JSON)</translation>
    </message>
    <message>
        <source>Share of cells with the same layer</source>
        <translation>Proporción de celdas con la misma capa</translation>
    </message>
    <message>
        <source>Share of the area, from the inventory</source>
        <translation>Proporción del área, según el inventario</translation>
    </message>
    <message>
        <source>Share of the cells that count as highly uncertain</source>
        <translation>Proporción de celdas que cuentan como muy inciertas</translation>
    </message>
    <message>
        <source>Share of the ground that is landslides</source>
        <translation>Parte del terreno que son deslizamientos</translation>
    </message>
    <message>
        <source>Share of units with landslides</source>
        <translation>Fracción de unidades con deslizamientos</translation>
    </message>
    <message>
        <source>Shares of landslides that are missing</source>
        <translation>Proporciones de deslizamientos que faltan</translation>
    </message>
    <message>
        <source>Shift in time (h)</source>
        <translation>Desplazamiento en el tiempo (h)</translation>
    </message>
    <message>
        <source>Side of the blocks (m)</source>
        <translation>Lado de los bloques (m)</translation>
    </message>
    <message>
        <source>Side of the blocks of the folds (m)</source>
        <translation>Lado de los bloques de las particiones (m)</translation>
    </message>
    <message>
        <source>Sign of FS - 1</source>
        <translation>Signo de FS - 1</translation>
    </message>
    <message>
        <source>Sinks</source>
        <translation>Sumideros</translation>
    </message>
    <message>
        <source>Size of the cells of polygons (m)</source>
        <translation>Tamaño de las celdas de los polígonos (m)</translation>
    </message>
    <message>
        <source>Slope</source>
        <translation>Pendiente</translation>
    </message>
    <message>
        <source>Slope (degrees)</source>
        <translation>Pendiente (grados)</translation>
    </message>
    <message>
        <source>Slope and heights</source>
        <translation>Pendiente y alturas</translation>
    </message>
    <message>
        <source>Slope method</source>
        <translation>Método de la pendiente</translation>
    </message>
    <message>
        <source>Slope of the deepest soil (degrees)</source>
        <translation>Pendiente del suelo más profundo (grados)</translation>
    </message>
    <message>
        <source>Slope of the shallowest soil (degrees)</source>
        <translation>Pendiente del suelo más somero (grados)</translation>
    </message>
    <message>
        <source>Slope units</source>
        <translation>Unidades de ladera</translation>
    </message>
    <message>
        <source>Slope units from a DEM</source>
        <translation>Unidades de ladera a partir de un MDE</translation>
    </message>
    <message>
        <source>Slope, position and curvature</source>
        <translation>Pendiente, posición y curvatura</translation>
    </message>
    <message>
        <source>Smallest landslide mapped everywhere (m2)</source>
        <translation>Deslizamiento menor cartografiado en todas partes (m2)</translation>
    </message>
    <message>
        <source>Smallest soil depth (m)</source>
        <translation>Profundidad mínima del suelo (m)</translation>
    </message>
    <message>
        <source>Soil</source>
        <translation>Suelo</translation>
    </message>
    <message>
        <source>Soil and water</source>
        <translation>Suelo y agua</translation>
    </message>
    <message>
        <source>Soil depth</source>
        <translation>Profundidad del suelo</translation>
    </message>
    <message>
        <source>Soil depth (m)</source>
        <translation>Espesor del suelo (m)</translation>
    </message>
    <message>
        <source>Soil depth limit (m)</source>
        <translation>Límite del espesor del suelo (m)</translation>
    </message>
    <message>
        <source>Soil depth raster (m)</source>
        <translation>Ráster de espesor del suelo (m)</translation>
    </message>
    <message>
        <source>Soil from</source>
        <translation>Suelo a partir de</translation>
    </message>
    <message>
        <source>Soil of the whole area</source>
        <translation>Suelo de toda el área</translation>
    </message>
    <message>
        <source>Soil profile</source>
        <translation>Perfil de suelo</translation>
    </message>
    <message>
        <source>Soil profile and rain</source>
        <translation>Perfil de suelo y lluvia</translation>
    </message>
    <message>
        <source>Soil profile raster</source>
        <translation>Ráster del perfil de suelo</translation>
    </message>
    <message>
        <source>Soil table</source>
        <translation>Tabla de suelos</translation>
    </message>
    <message>
        <source>Soil table (CSV)</source>
        <translation>Tabla de suelos (CSV)</translation>
    </message>
    <message>
        <source>Soil, rain and inventory to physics-informed map</source>
        <translation>Del suelo, la lluvia y el inventario al mapa informado por la física</translation>
    </message>
    <message>
        <source>SoilGrids 2.0 rasters</source>
        <translation>Ráster de SoilGrids 2.0</translation>
    </message>
    <message>
        <source>SoilGrids or own rasters</source>
        <translation>SoilGrids o ráster propios</translation>
    </message>
    <message>
        <source>Spatial folds</source>
        <translation>Particiones espaciales</translation>
    </message>
    <message>
        <source>Specific catchment area</source>
        <translation>Área de drenaje específica</translation>
    </message>
    <message>
        <source>Specific catchment area (m)</source>
        <translation>Área de aporte específica (m)</translation>
    </message>
    <message>
        <source>Spread of cohesion</source>
        <translation>Dispersión de la cohesión</translation>
    </message>
    <message>
        <source>Spread of soil depth</source>
        <translation>Dispersión del espesor del suelo</translation>
    </message>
    <message>
        <source>Spread of tan(friction angle)</source>
        <translation>Dispersión de tan(ángulo de fricción)</translation>
    </message>
    <message>
        <source>Spread of the depths</source>
        <translation>Dispersión de las profundidades</translation>
    </message>
    <message>
        <source>Spread of the water table</source>
        <translation>Dispersión del nivel freático</translation>
    </message>
    <message>
        <source>Spread of unit weight</source>
        <translation>Dispersión del peso unitario</translation>
    </message>
    <message>
        <source>Spread of what is not calibrated</source>
        <translation>Dispersión de lo que no se calibra</translation>
    </message>
    <message>
        <source>Square blocks</source>
        <translation>Bloques cuadrados</translation>
    </message>
    <message>
        <source>Stable rows</source>
        <translation>Filas estables</translation>
    </message>
    <message>
        <source>Stable samples</source>
        <translation>Muestras estables</translation>
    </message>
    <message>
        <source>Stable samples and polygons</source>
        <translation>Muestras estables y polígonos</translation>
    </message>
    <message>
        <source>Standard</source>
        <translation>Estándar</translation>
    </message>
    <message>
        <source>Standard deviation</source>
        <translation>Desviación típica</translation>
    </message>
    <message>
        <source>Standard deviation raster</source>
        <translation>Ráster de desviación típica</translation>
    </message>
    <message>
        <source>Start (UTC)</source>
        <translation>Inicio (UTC)</translation>
    </message>
    <message>
        <source>Start of the step</source>
        <translation>Inicio del paso</translation>
    </message>
    <message>
        <source>Statistics</source>
        <translation>Estadísticos</translation>
    </message>
    <message>
        <source>Statistics (JSON)</source>
        <translation>Estadísticas (JSON)</translation>
    </message>
    <message>
        <source>Stay empty</source>
        <translation>Quedan vacías</translation>
    </message>
    <message>
        <source>Steady infiltration before the storm (m/s)</source>
        <translation>Infiltración estacionaria antes de la tormenta (m/s)</translation>
    </message>
    <message>
        <source>Steady wetness from the upslope area and rain</source>
        <translation>Humedad estacionaria según el área de aporte y la lluvia</translation>
    </message>
    <message>
        <source>Steady wetness of the antecedent recharge</source>
        <translation>Humedad estacionaria de la recarga antecedente</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>Paso</translation>
    </message>
    <message>
        <source>Step by step, or again</source>
        <translation>Paso a paso, o de nuevo</translation>
    </message>
    <message>
        <source>Step of the hyetographs (h)</source>
        <translation>Paso de los hietogramas (h)</translation>
    </message>
    <message>
        <source>Step of the rain for the network (h)</source>
        <translation>Paso de la lluvia para la red (h)</translation>
    </message>
    <message>
        <source>Step of the rain given (h)</source>
        <translation>Paso de la lluvia dada (h)</translation>
    </message>
    <message>
        <source>Stop with the reason</source>
        <translation>Detenerse e indicar el motivo</translation>
    </message>
    <message>
        <source>Storm duration (h)</source>
        <translation>Duración de la tormenta (h)</translation>
    </message>
    <message>
        <source>Storm field</source>
        <translation>Campo de tormenta</translation>
    </message>
    <message>
        <source>Storm of the landslides (return period, years)</source>
        <translation>Tormenta de los deslizamientos (período de retorno, años)</translation>
    </message>
    <message>
        <source>Storms</source>
        <translation>Tormentas</translation>
    </message>
    <message>
        <source>Straight line over height (z)</source>
        <translation>Línea recta según la altitud (z)</translation>
    </message>
    <message>
        <source>Straight line over slope (s)</source>
        <translation>Línea recta según la pendiente (s)</translation>
    </message>
    <message>
        <source>Stream power index</source>
        <translation>Índice de potencia del cauce</translation>
    </message>
    <message>
        <source>Streams</source>
        <translation>Cauces</translation>
    </message>
    <message>
        <source>Stress of the inventory (CSV)</source>
        <translation>Prueba del inventario (CSV)</translation>
    </message>
    <message>
        <source>Stress of the inventory (HTML)</source>
        <translation>Prueba del inventario (HTML)</translation>
    </message>
    <message>
        <source>Stress the inventory</source>
        <translation>Poner a prueba el inventario</translation>
    </message>
    <message>
        <source>Study area</source>
        <translation>Área de estudio</translation>
    </message>
    <message>
        <source>Study guide</source>
        <translation>Guía del estudio</translation>
    </message>
    <message>
        <source>Study mask</source>
        <translation>Máscara de estudio</translation>
    </message>
    <message>
        <source>Study, green to purple</source>
        <translation>Estudio, de verde a púrpura</translation>
    </message>
    <message>
        <source>Success-rate cut points</source>
        <translation>Cortes de la curva de éxito</translation>
    </message>
    <message>
        <source>Suction</source>
        <translation>Succión</translation>
    </message>
    <message>
        <source>Suction head at the wetting front (m)</source>
        <translation>Carga de succión en el frente húmedo (m)</translation>
    </message>
    <message>
        <source>Suction stress counts up to (kPa)</source>
        <translation>El esfuerzo de succión cuenta hasta (kPa)</translation>
    </message>
    <message>
        <source>Sum up a map by polygons</source>
        <translation>Resumir un mapa por polígonos</translation>
    </message>
    <message>
        <source>Sums of the rain</source>
        <translation>Sumas de la lluvia</translation>
    </message>
    <message>
        <source>Support vector machine (radial kernel)</source>
        <translation>Máquina de vectores de soporte (núcleo radial)</translation>
    </message>
    <message>
        <source>Surcharge (kPa)</source>
        <translation>Sobrecarga (kPa)</translation>
    </message>
    <message>
        <source>Surcharge (raster, kPa)</source>
        <translation>Sobrecarga (ráster, kPa)</translation>
    </message>
    <message>
        <source>Susceptibility</source>
        <translation>Susceptibilidad</translation>
    </message>
    <message>
        <source>Susceptibility (probability)</source>
        <translation>Susceptibilidad (probabilidad)</translation>
    </message>
    <message>
        <source>Susceptibility at the ends of the rain's band</source>
        <translation>Susceptibilidad en los extremos de la banda de la lluvia</translation>
    </message>
    <message>
        <source>Susceptibility by polygon</source>
        <translation>Susceptibilidad por polígono</translation>
    </message>
    <message>
        <source>Susceptibility classes</source>
        <translation>Clases de susceptibilidad</translation>
    </message>
    <message>
        <source>Susceptibility of mapping units</source>
        <translation>Susceptibilidad de las unidades cartográficas</translation>
    </message>
    <message>
        <source>Susceptibility of slope units</source>
        <translation>Susceptibilidad de las unidades de ladera</translation>
    </message>
    <message>
        <source>Susceptibility raster</source>
        <translation>Ráster de susceptibilidad</translation>
    </message>
    <message>
        <source>Susceptibility report</source>
        <translation>Informe de susceptibilidad</translation>
    </message>
    <message>
        <source>Susceptibility study</source>
        <translation>Estudio de susceptibilidad</translation>
    </message>
    <message>
        <source>Susceptibility study...</source>
        <translation>Estudio de susceptibilidad...</translation>
    </message>
    <message>
        <source>Susceptibility zones</source>
        <translation>Zonas de susceptibilidad</translation>
    </message>
    <message>
        <source>Synthetic Venezuelan Andes (made up)</source>
        <translation>Andes venezolanos sintéticos (inventados)</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>Tabla</translation>
    </message>
    <message>
        <source>Table of frames</source>
        <translation>Tabla de cuadros</translation>
    </message>
    <message>
        <source>Table of rain series</source>
        <translation>Tabla de series de lluvia</translation>
    </message>
    <message>
        <source>Table of series</source>
        <translation>Tabla de series</translation>
    </message>
    <message>
        <source>Tangent</source>
        <translation>Tangente</translation>
    </message>
    <message>
        <source>Tangential curvature</source>
        <translation>Curvatura tangencial</translation>
    </message>
    <message>
        <source>Target probability</source>
        <translation>Probabilidad objetivo</translation>
    </message>
    <message>
        <source>Target probability raster</source>
        <translation>Ráster de probabilidad objetivo</translation>
    </message>
    <message>
        <source>Template</source>
        <translation>Plantilla</translation>
    </message>
    <message>
        <source>Ten storms with hourly rain (made up)</source>
        <translation>Diez tormentas con lluvia horaria (inventadas)</translation>
    </message>
    <message>
        <source>TensorFlow version</source>
        <translation>Versión de TensorFlow</translation>
    </message>
    <message>
        <source>Terrain factors</source>
        <translation>Factores del terreno</translation>
    </message>
    <message>
        <source>Terrain ruggedness index</source>
        <translation>Índice de rugosidad del terreno</translation>
    </message>
    <message>
        <source>The largest factor of safety, and a probability of 0</source>
        <translation>El mayor factor de seguridad, y una probabilidad de 0</translation>
    </message>
    <message>
        <source>Thorough</source>
        <translation>Exhaustivo</translation>
    </message>
    <message>
        <source>Threshold</source>
        <translation>Umbral</translation>
    </message>
    <message>
        <source>Thresholds (table)</source>
        <translation>Umbrales (tabla)</translation>
    </message>
    <message>
        <source>Time after the storm (h)</source>
        <translation>Tiempo después de la tormenta (h)</translation>
    </message>
    <message>
        <source>Time field</source>
        <translation>Campo de tiempo</translation>
    </message>
    <message>
        <source>Time of the first step</source>
        <translation>Tiempo del primer paso</translation>
    </message>
    <message>
        <source>Times are</source>
        <translation>Los tiempos son</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Título</translation>
    </message>
    <message>
        <source>Told by the file</source>
        <translation>Según el archivo</translation>
    </message>
    <message>
        <source>Topographic position index</source>
        <translation>Índice de posición topográfica</translation>
    </message>
    <message>
        <source>Topographic wetness index</source>
        <translation>Índice topográfico de humedad</translation>
    </message>
    <message>
        <source>Total curvature</source>
        <translation>Curvatura total</translation>
    </message>
    <message>
        <source>Total since the day's start (ERA5-Land)</source>
        <translation>Total desde el inicio del día (ERA5-Land)</translation>
    </message>
    <message>
        <source>Total since the first step</source>
        <translation>Total desde el primer paso</translation>
    </message>
    <message>
        <source>Train before a date, score after it</source>
        <translation>Entrenar antes de una fecha, evaluar después</translation>
    </message>
    <message>
        <source>Train bivariate model</source>
        <translation>Entrenar modelo bivariante</translation>
    </message>
    <message>
        <source>Train event model</source>
        <translation>Entrenar modelo de eventos</translation>
    </message>
    <message>
        <source>Train it on factors and inventory.</source>
        <translation>Entrénelo con los factores y el inventario.</translation>
    </message>
    <message>
        <source>Train on mapping units</source>
        <translation>Entrenar con unidades cartográficas</translation>
    </message>
    <message>
        <source>Train susceptibility ensemble</source>
        <translation>Entrenar el conjunto de modelos de susceptibilidad</translation>
    </message>
    <message>
        <source>Train them all</source>
        <translation>Entrenarlos todos</translation>
    </message>
    <message>
        <source>Train without the physics term</source>
        <translation>Entrenar sin el término físico</translation>
    </message>
    <message>
        <source>Transient infiltration of the rain</source>
        <translation>Infiltración transitoria de la lluvia</translation>
    </message>
    <message>
        <source>Transient infiltration through unsaturated soil</source>
        <translation>Infiltración transitoria por suelo no saturado</translation>
    </message>
    <message>
        <source>Transmissivity (m2/s)</source>
        <translation>Transmisividad (m2/s)</translation>
    </message>
    <message>
        <source>Trigger field</source>
        <translation>Campo del desencadenante</translation>
    </message>
    <message>
        <source>Trigger scenarios</source>
        <translation>Escenarios desencadenantes</translation>
    </message>
    <message>
        <source>Trigger scenarios (file)</source>
        <translation>Escenarios desencadenantes (archivo)</translation>
    </message>
    <message>
        <source>Trigger scenarios (table)</source>
        <translation>Escenarios desencadenantes (tabla)</translation>
    </message>
    <message>
        <source>Triggers</source>
        <translation>Desencadenantes</translation>
    </message>
    <message>
        <source>Tutorial</source>
        <translation>Tutorial (en inglés)</translation>
    </message>
    <message>
        <source>Two-layer perceptron (64-64)</source>
        <translation>Perceptrón de dos capas (64-64)</translation>
    </message>
    <message>
        <source>Typed table</source>
        <translation>Tabla escrita a mano</translation>
    </message>
    <message>
        <source>Uncertainty from which a cell counts</source>
        <translation>Incertidumbre a partir de la cual cuenta una celda</translation>
    </message>
    <message>
        <source>Uncertainty raster</source>
        <translation>Ráster de incertidumbre</translation>
    </message>
    <message>
        <source>Uniform</source>
        <translation>Uniforme</translation>
    </message>
    <message>
        <source>Unit of depth rasters</source>
        <translation>Unidad de los rásteres de profundidad</translation>
    </message>
    <message>
        <source>Unit of the heights</source>
        <translation>Unidad de las alturas</translation>
    </message>
    <message>
        <source>Unit of the rain</source>
        <translation>Unidad de la lluvia</translation>
    </message>
    <message>
        <source>Unit of the slope raster</source>
        <translation>Unidad del ráster de pendiente</translation>
    </message>
    <message>
        <source>Unit weight (moist) (kN/m3)</source>
        <translation>Peso unitario (húmedo) (kN/m3)</translation>
    </message>
    <message>
        <source>Unit weight (saturated) (kN/m3)</source>
        <translation>Peso unitario (saturado) (kN/m3)</translation>
    </message>
    <message>
        <source>Units</source>
        <translation>Unidades</translation>
    </message>
    <message>
        <source>Units left empty</source>
        <translation>Unidades vacías</translation>
    </message>
    <message>
        <source>Units outside the area of applicability</source>
        <translation>Unidades fuera del área de aplicabilidad</translation>
    </message>
    <message>
        <source>Units trained on</source>
        <translation>Unidades de entrenamiento</translation>
    </message>
    <message>
        <source>Units with factors</source>
        <translation>Unidades con factores</translation>
    </message>
    <message>
        <source>Units with held-out probability</source>
        <translation>Unidades con probabilidad de validación</translation>
    </message>
    <message>
        <source>Units with landslides</source>
        <translation>Unidades con deslizamientos</translation>
    </message>
    <message>
        <source>Units without landslides</source>
        <translation>Unidades sin deslizamientos</translation>
    </message>
    <message>
        <source>Units, and held-out units, per class (JSON)</source>
        <translation>Unidades, y unidades de validación, por clase (JSON)</translation>
    </message>
    <message>
        <source>Unsaturated soil and the water table before the storm</source>
        <translation>Suelo no saturado y nivel freático antes de la tormenta</translation>
    </message>
    <message>
        <source>Upslope area</source>
        <translation>Área de drenaje</translation>
    </message>
    <message>
        <source>Upslope area drains for (h)</source>
        <translation>El área de aporte drena durante (h)</translation>
    </message>
    <message>
        <source>Upslope area of a stream (km2)</source>
        <translation>Área de aporte de un cauce (km2)</translation>
    </message>
    <message>
        <source>Upslope area of the first streams (km2)</source>
        <translation>Área de aporte de los primeros cauces (km2)</translation>
    </message>
    <message>
        <source>Validation</source>
        <translation>Validación</translation>
    </message>
    <message>
        <source>Values of the soil table</source>
        <translation>Valores de la tabla de suelos</translation>
    </message>
    <message>
        <source>Van Genuchten</source>
        <translation>Van Genuchten</translation>
    </message>
    <message>
        <source>Variable of the NetCDF file</source>
        <translation>Variable del archivo NetCDF</translation>
    </message>
    <message>
        <source>Variable of the rain</source>
        <translation>Variable de la lluvia</translation>
    </message>
    <message>
        <source>Variances to try</source>
        <translation>Varianzas que probar</translation>
    </message>
    <message>
        <source>Vector ruggedness measure</source>
        <translation>Medida vectorial de rugosidad</translation>
    </message>
    <message>
        <source>Versions of all packages</source>
        <translation>Versiones de todos los paquetes</translation>
    </message>
    <message>
        <source>Very high</source>
        <translation>Muy alta</translation>
    </message>
    <message>
        <source>Warm-up of the physics term (epochs)</source>
        <translation>Incorporación gradual del término físico (épocas)</translation>
    </message>
    <message>
        <source>Water</source>
        <translation>Agua</translation>
    </message>
    <message>
        <source>Water at holes of the DEM</source>
        <translation>Agua en los huecos del MDE</translation>
    </message>
    <message>
        <source>Water content at saturation</source>
        <translation>Contenido de agua en saturación</translation>
    </message>
    <message>
        <source>Water table before the storm</source>
        <translation>Nivel freático antes de la tormenta</translation>
    </message>
    <message>
        <source>Water table from a given depth and rain</source>
        <translation>Nivel freático según una profundidad dada y la lluvia</translation>
    </message>
    <message>
        <source>Water table from antecedent wetness and rain</source>
        <translation>Nivel freático según la humedad antecedente y la lluvia</translation>
    </message>
    <message>
        <source>Weight decay</source>
        <translation>Decaimiento de los pesos</translation>
    </message>
    <message>
        <source>Weight of the physics term (lambda)</source>
        <translation>Peso del término físico (lambda)</translation>
    </message>
    <message>
        <source>Weight of the trigger order</source>
        <translation>Peso del orden de los desencadenantes</translation>
    </message>
    <message>
        <source>Weight of wetness and strength</source>
        <translation>Peso de la humedad y la resistencia</translation>
    </message>
    <message>
        <source>Weighted kappa of the classes</source>
        <translation>Kappa ponderado de las clases</translation>
    </message>
    <message>
        <source>Weighted sum</source>
        <translation>Suma ponderada</translation>
    </message>
    <message>
        <source>Weights of evidence</source>
        <translation>Pesos de evidencia</translation>
    </message>
    <message>
        <source>Weights or comparisons</source>
        <translation>Pesos o comparaciones</translation>
    </message>
    <message>
        <source>Were these landslides used to make the map?</source>
        <translation>¿Se usaron estos deslizamientos para hacer el mapa?</translation>
    </message>
    <message>
        <source>What flat cells hold</source>
        <translation>Contenido de las celdas llanas</translation>
    </message>
    <message>
        <source>What it rests on (HTML)</source>
        <translation>En qué se basa (HTML)</translation>
    </message>
    <message>
        <source>What may explain landslides, from the DEM.</source>
        <translation>Lo que puede explicar los deslizamientos, a partir del MDE.</translation>
    </message>
    <message>
        <source>What the model beats on unseen ground</source>
        <translation>Qué supera el modelo en terreno no visto</translation>
    </message>
    <message>
        <source>What the model is worth on storms it has not seen</source>
        <translation>Lo que vale el modelo en tormentas que no ha visto</translation>
    </message>
    <message>
        <source>What the probability is to be called</source>
        <translation>Cómo debe llamarse la probabilidad</translation>
    </message>
    <message>
        <source>What the rain assumes</source>
        <translation>Lo que supone la lluvia</translation>
    </message>
    <message>
        <source>What the stored model beats on unseen ground</source>
        <translation>Lo que el modelo guardado supera en terreno no visto</translation>
    </message>
    <message>
        <source>What was tried</source>
        <translation>Lo que se probó</translation>
    </message>
    <message>
        <source>What-if rain</source>
        <translation>Lluvia hipotética</translation>
    </message>
    <message>
        <source>Width of the slide (m)</source>
        <translation>Anchura del deslizamiento (m)</translation>
    </message>
    <message>
        <source>Window before the end (h)</source>
        <translation>Ventana antes del final (h)</translation>
    </message>
    <message>
        <source>With water retention for 'Compute factor of safety'</source>
        <translation>Con retención de agua para 'Calcular el factor de seguridad'</translation>
    </message>
    <message>
        <source>Write classes</source>
        <translation>Escribir clases</translation>
    </message>
    <message>
        <source>Write pictures</source>
        <translation>Escribir imágenes</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>Sí</translation>
    </message>
    <message>
        <source>Yes (success rate)</source>
        <translation>Sí (tasa de éxito)</translation>
    </message>
    <message>
        <source>Yes, its logarithm</source>
        <translation>Sí, su logaritmo</translation>
    </message>
    <message>
        <source>Yes, networks too</source>
        <translation>Sí, también con redes</translation>
    </message>
    <message>
        <source>Yield coefficient</source>
        <translation>Coeficiente de aceleración crítica</translation>
    </message>
    <message>
        <source>Zero (cells stay in models and maps)</source>
        <translation>Cero (las celdas siguen en modelos y mapas)</translation>
    </message>
    <message>
        <source>Zevenbergen and Thorne (1987)</source>
        <translation>Zevenbergen y Thorne (1987)</translation>
    </message>
    <message>
        <source>Zones</source>
        <translation>Zonas</translation>
    </message>
    <message>
        <source>a DEM</source>
        <translation>un MDE</translation>
    </message>
    <message>
        <source>a landslide inventory</source>
        <translation>un inventario de deslizamientos</translation>
    </message>
    <message>
        <source>a map</source>
        <translation>un mapa</translation>
    </message>
    <message>
        <source>a model</source>
        <translation>un modelo</translation>
    </message>
    <message>
        <source>a study</source>
        <translation>un estudio</translation>
    </message>
    <message>
        <source>terrain factors</source>
        <translation>factores del terreno</translation>
    </message>
</context>
</TS>
